package dev.joust.compare.report.build;

import dev.joust.compare.report.ArmReport.Standing;
import dev.joust.compare.report.ArmState;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.report.ScenarioReport.Podium;
import dev.joust.compare.report.ScenarioReport.Question;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Winner;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.Judgement.Status;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Pod;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Computes what a report shows of one scenario. */
record ScenarioReportBuilder(Session session, Status status, ScenarioJudgement judged) {

    ScenarioReport report() {
        var scenario = judged.evidence().scenario();
        var metric = metric();
        var reference = reference();
        return new ScenarioReport(
                new Question(
                        scenario.name(),
                        scenario.question(),
                        scenario.pod().map(this::limits),
                        metric.toString(),
                        metric.quantity().unit(),
                        metric.quantity().lowerIsBetter()),
                scenario.judging().control().isPresent(),
                podium(reference),
                scenario.arms().stream()
                        .map(arm -> new ArmReportBuilder(judged.evidence(), arm).report(standing(arm, reference)))
                        .toList(),
                judged.claims().stream()
                        .map(claim -> new ClaimReportBuilder(session, scenario, claim).report())
                        .toList());
    }

    private String limits(Pod pod) {
        int usable = session.machine().environment().hardware().usableCores();
        double ceiling = judged.evidence().scenario().cpus(usable);
        return "each trial limited to %s; the ceiling of computation is %s %s"
                .formatted(pod, Pod.number(ceiling), ceiling == 1 ? "core" : "cores");
    }

    private Metric metric() {
        return judged.evidence().scenario().judging().primary();
    }

    private Podium podium(Optional<String> reference) {
        if (judged.evidence().scenario().judging().control().isPresent()) {
            return new Podium("a control: nobody is ranked", Optional.empty(), reference, List.of());
        }
        if (judged.winner().isEmpty()) {
            return new Podium("not judged", Optional.empty(), reference, List.of());
        }
        if (status == Status.CONTAMINATED) {
            return new Podium("withheld, because a control failed", Optional.empty(), reference, List.of());
        }
        return switch (judged.winner().get()) {
            case Winner.Sole(String model) -> new Podium(model + " wins", nextBehind(model), reference, List.of());
            case Winner.Tied(var models) ->
                new Podium(enumerated(List.copyOf(models)) + " tie", within(), reference, List.of());
            case Winner.Undecided(var contenders, var open) ->
                new Podium(undecided(contenders), Optional.empty(), reference, open);
        };
    }

    private String undecided(Collection<String> contenders) {
        return contenders.isEmpty()
                ? "undecided: no arm has a figure of " + metric()
                : "undecided among " + enumerated(List.copyOf(contenders));
    }

    private static String enumerated(List<String> arms) {
        int last = arms.size() - 1;
        return last < 1 ? String.join("", arms) : String.join(", ", arms.subList(0, last)) + " and " + arms.get(last);
    }

    private Optional<String> within() {
        double margin = session.plan().profile().looks().margin();
        return Optional.of(String.format(Locale.ROOT, "within %.0f %%", 100 * margin));
    }

    /** The winner's advantage over the one that comes nearest to it. */
    private Optional<String> nextBehind(String winner) {
        return judged.evidence().scenario().arms().stream()
                .map(Arm::name)
                .filter(arm -> !arm.equals(winner))
                .flatMap(arm -> advantage(winner, arm).map(ratio -> new Behind(arm, ratio)).stream())
                .min(Comparator.comparingDouble(b -> b.ratio().ratio()))
                .map(next -> "%s %s over %s"
                        .formatted(next.ratio().text(), next.ratio().interval(), next.arm()));
    }

    private record Behind(String arm, RatioReport ratio) {}

    private Standing standing(Arm arm, Optional<String> reference) {
        return new Standing(
                state(arm),
                reference.filter(name -> !name.equals(arm.name())).flatMap(name -> advantage(name, arm.name())),
                median(arm.name()),
                efficiency(arm));
    }

    /** Empty where arithmetic sets no limit, as for streams. */
    private Optional<Double> efficiency(Arm arm) {
        var evidence = judged.evidence();
        return Medians.of(evidence.valid(arm).stream()
                .map(result -> evidence.checks().efficiency(result.measurement().orElseThrow()))
                .filter(share -> share > 0 && Double.isFinite(share)));
    }

    private ArmState state(Arm arm) {
        var evidence = judged.evidence();
        if (evidence.blocks().isEmpty()) {
            return ArmState.ABSENT;
        }
        if (evidence.valid(arm).isEmpty()) {
            return ArmState.INVALID;
        }
        if (median(arm.name()).isEmpty()) {
            return ArmState.NO_FIGURE;
        }
        if (judged.winner().isEmpty()) {
            return ArmState.UNRANKED;
        }
        if (status == Status.CONTAMINATED) {
            return ArmState.WITHHELD;
        }
        return switch (judged.winner().get()) {
            case Winner.Sole(String model) -> model.equals(arm.name()) ? ArmState.WIN : ArmState.BEHIND;
            case Winner.Tied(var models) -> models.contains(arm.name()) ? ArmState.TIE : ArmState.BEHIND;
            case Winner.Undecided(var contenders, var open) ->
                contenders.contains(arm.name()) ? ArmState.INCONCLUSIVE : ArmState.BEHIND;
        };
    }

    /** Whom the others are compared with: of those who may be first, or of all, the one with the best median. */
    private Optional<String> reference() {
        var figures = judged.evidence().figures(metric());
        Collection<String> first = judged.winner()
                .<Collection<String>>map(winner -> switch (winner) {
                    case Winner.Sole(String model) -> List.of(model);
                    case Winner.Tied(var models) -> models;
                    case Winner.Undecided(var contenders, var open) -> contenders;
                })
                .orElse(figures.participants());
        Comparator<String> byMedian = Comparator.comparing(arm -> median(arm).orElseThrow());
        return first.stream()
                .filter(arm -> median(arm).isPresent())
                .min(metric().quantity().lowerIsBetter() ? byMedian : byMedian.reversed());
    }

    private Optional<Double> median(String arm) {
        return Medians.of(judged.evidence().figures(metric()).metrics().stream()
                .filter(block -> block.containsKey(arm))
                .map(block -> block.get(arm)));
    }

    private Optional<RatioReport> advantage(String arm, String rival) {
        return judged.comparisons().stream()
                .filter(comparison ->
                        List.of(comparison.model(), comparison.rival()).containsAll(List.of(arm, rival)))
                .map(comparison -> comparison.model().equals(arm)
                        ? comparison.advantage()
                        : comparison.advantage().swapped())
                .map(RatioReport::of)
                .findFirst();
    }
}
