package dev.joust.compare.report.build;

import dev.joust.compare.plan.UnavailableArm;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.report.ScenarioReport.MetricReport;
import dev.joust.compare.report.ScenarioReport.Question;
import dev.joust.compare.report.ScenarioReport.ValueScale;
import dev.joust.compare.report.WinnerReport;
import dev.joust.compare.report.WinnerReport.AskedArms;
import dev.joust.compare.report.WinnerReport.LeadReport;
import dev.joust.compare.report.WinnerReport.WinnerKind;
import dev.joust.compare.session.Capacities;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.SmallestEffect;
import dev.joust.compare.stats.Winner;
import dev.joust.compare.verdict.ArmJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.compare.verdict.SessionStatus;
import dev.joust.scenario.Arm;
import dev.joust.scenario.HttpAccess;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes what a report shows of one scenario. */
record ScenarioReportBuilder(Session session, SessionStatus status, ScenarioJudgement judged, Capacities capacities) {

    /** Measured on one machine: a bridge and its proxy cost a fifth of the throughput. */
    private static final String PROXY =
            "the service runs behind the container engine's proxy, which may cost a fifth of the throughput";

    ScenarioReport report() {
        var scenario = judged.evidence().scenario();
        var reference = reference();
        return new ScenarioReport(
                question(),
                winner(),
                reference,
                scenario.arms().stream()
                        .map(arm -> new ArmReportBuilder(judged, arm, status, capacities).report(reference))
                        .map(arm -> isPrimary() ? arm : arm.withResultAlone())
                        .toList(),
                judged.claims().stream()
                        .map(claim -> new ClaimReportBuilder(session, scenario, claim).report())
                        .toList());
    }

    private Question question() {
        var scenario = judged.evidence().scenario();
        var quantity = metric().quantity();
        return new Question(
                scenario.name(),
                scenario.question(),
                new WorkloadKinds(scenario.workload()).kind(),
                limits(scenario),
                new MetricReport(
                        metric().toString(),
                        new ValueScale(quantity.unit(), quantity.lowerIsBetter()),
                        isPrimary(),
                        MetricReader.minUnits(metric()),
                        smallestEffect()));
    }

    private Optional<Double> smallestEffect() {
        var smallest = SmallestEffect.of(judged.primary().comparisons());
        return smallest.isPresent() ? Optional.of(smallest.getAsDouble()) : Optional.empty();
    }

    private Optional<String> limits(Scenario scenario) {
        boolean proxied = scenario.workload().needsService()
                && session.machine().service().behindProxy();
        var found = Stream.of(
                        scenario.workload().http().map(ScenarioReportBuilder::served),
                        scenario.pod().map(this::limits),
                        proxied ? Optional.of(PROXY) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Optional.of(found).filter(text -> !text.isEmpty());
    }

    private static String served(HttpAccess access) {
        return String.format(
                Locale.ROOT,
                "each model is an HTTP server, its clients are in another process and have at most %,d %s",
                access.connections(),
                access.keepAlive() ? "kept-alive connections" : "connections, one per request");
    }

    private String limits(Pod pod) {
        int usable = session.machine().environment().hardware().usableCores();
        double cores = judged.evidence().scenario().cpus(usable);
        return String.format(
                Locale.ROOT,
                "each trial limited to %s; the analytic limit of computation is %s %s",
                pod,
                Pod.number(cores),
                cores == 1 ? "core" : "cores");
    }

    private Metric metric() {
        return judged.evidence().scenario().judging().primary();
    }

    /** What does not depend on the metric is shown once, with the primary one. */
    private boolean isPrimary() {
        var name = judged.evidence().scenario().name();
        return session.plan().scenarios().stream()
                .filter(scenario -> scenario.name().equals(name))
                .allMatch(scenario -> scenario.judging().primary().equals(metric()));
    }

    private WinnerReport winner() {
        if (judged.evidence().scenario().judging().control().isPresent()) {
            return without(WinnerKind.CONTROL);
        }
        if (judged.primary().winner().isEmpty()) {
            return without(WinnerKind.UNJUDGED);
        }
        if (status.withholds()) {
            return without(status == SessionStatus.DISTURBED ? WinnerKind.DISTURBED : WinnerKind.WITHHELD);
        }
        var winner = judged.primary().winner().get();
        var arms = winner.contenders().stream()
                .filter(arm -> judged.primary().arm(arm).median().isPresent())
                .toList();
        return switch (winner) {
            case Winner.Sole(String model) -> new WinnerReport(WinnerKind.SOLE, arms, asked(), lead(model), List.of());
            case Winner.Tied _ -> new WinnerReport(WinnerKind.TIED, arms, asked(), Optional.empty(), List.of());
            case Winner.Undecided(var _, var open) ->
                new WinnerReport(WinnerKind.UNDECIDED, arms, asked(), Optional.empty(), open);
            case Winner.OnMachine(var _, var open) ->
                new WinnerReport(WinnerKind.ON_MACHINE, arms, asked(), Optional.empty(), open);
        };
    }

    private WinnerReport without(WinnerKind kind) {
        return new WinnerReport(kind, List.of(), asked(), Optional.empty(), List.of());
    }

    private AskedArms asked() {
        var scenario = judged.evidence().scenario();
        Map<Boolean, List<Arm>> byValue = scenario.arms().stream()
                .collect(Collectors.partitioningBy(
                        arm -> judged.primary().arm(arm.name()).median().isPresent()));
        Map<Boolean, List<String>> without = byValue.get(false).stream()
                .collect(Collectors.partitioningBy(
                        arm -> judged.evidence().valid(arm).isEmpty(),
                        Collectors.mapping(Arm::name, Collectors.toList())));
        return new AskedArms(
                byValue.get(true).size(),
                without.get(true),
                without.get(false),
                session.plan().unavailable().stream()
                        .filter(arm -> arm.scenario().equals(scenario.name()))
                        .map(UnavailableArm::arm)
                        .toList());
    }

    /** The winner's advantage over the arm that comes nearest to it. */
    private Optional<LeadReport> lead(String winner) {
        return judged.primary().arms().stream()
                .map(ArmJudgement::arm)
                .filter(arm -> !arm.equals(winner))
                .flatMap(arm -> judged.primary().advantage(winner, arm).stream()
                        .map(advantage -> new LeadReport(RatioReport.of(advantage), arm)))
                .min(Comparator.comparingDouble(lead -> lead.ratio().ratio()));
    }

    /** The arm with the best median, among those that may be first; without a winner, among all. */
    private Optional<String> reference() {
        var first = judged.primary().winner().map(Winner::contenders);
        Comparator<ArmJudgement> byMedian =
                Comparator.comparing(arm -> arm.median().orElseThrow());
        return judged.primary().arms().stream()
                .filter(arm -> arm.median().isPresent())
                .filter(arm -> first.map(names -> names.contains(arm.arm())).orElse(true))
                .sorted(Comparator.comparing(ArmJudgement::arm))
                .min(metric().quantity().lowerIsBetter() ? byMedian : byMedian.reversed())
                .map(ArmJudgement::arm);
    }
}
