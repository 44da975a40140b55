package dev.joust.compare.report.build;

import dev.joust.compare.plan.NotAsked;
import dev.joust.compare.plan.NotAsked.NotAskedReason;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.VersusCommandLine;
import dev.joust.compare.report.AcrossMachinesReport;
import dev.joust.compare.report.AcrossMachinesReport.AlikeResult;
import dev.joust.compare.report.AcrossMachinesReport.MachineResult;
import dev.joust.compare.report.ClaimReport;
import dev.joust.compare.report.ClaimReport.ClaimOrigin;
import dev.joust.compare.report.ClaimReport.ExpectedRatio;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.AcrossMachines;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Computes what a report shows of one claim. */
record ClaimReportBuilder(Session session, Scenario scenario, ClaimJudgement judged) {
    private static final Path OWN_SCENARIOS = Path.of("compare", "scenarios");

    ClaimReport report() {
        var claim = judged.claim();
        var verdict = judged.verdict();
        return new ClaimReport(
                verdict.outcome(),
                claim.toString(),
                verdict.reason(),
                verdict.estimate().map(RatioReport::of),
                new ClaimOrigin(claim.because(), claim.declared().toString(), reproduce(), expected(claim.versus())),
                judged.machines().map(ClaimReportBuilder::across));
    }

    private static AcrossMachinesReport across(AcrossMachines judged) {
        var alike = judged.alike();
        return new AcrossMachinesReport(
                judged.machines().stream()
                        .map(one -> new MachineResult(
                                one.machine(),
                                one.verdict().outcome(),
                                RatioReport.of(one.verdict().estimate().orElseThrow())))
                        .toList(),
                new AlikeResult(
                        alike.outcome(), alike.reason(), alike.estimate().map(RatioReport::of)));
    }

    private static ExpectedRatio expected(Claim.Versus versus) {
        return switch (versus.relation()) {
            case Claim.Beats(double by) -> new ExpectedRatio(versus.arm(), versus.other(), by, Optional.empty());
            case Claim.Ties(double within) ->
                new ExpectedRatio(versus.arm(), versus.other(), 1 / (1 + within), Optional.of(1 + within));
            case Claim.KeepsUp(double within) ->
                new ExpectedRatio(versus.arm(), versus.other(), 1 / (1 + within), Optional.empty());
        };
    }

    private String reproduce() {
        var profile = session.plan().profile();
        var changed =
                VersusCommandLine.of(session.plan().profile(), session.plan().seed(), scenario);
        if (changed.isPresent()) {
            return changed.get() + controls();
        }
        return String.format(
                Locale.ROOT,
                "./joust run %s%s --seed %s%s%s%s%s",
                scenarioArgument(),
                limits(),
                session.plan().seed(),
                profile == Profile.QUICK ? "" : " --profile " + profile.label(),
                models(),
                controls(),
                shards());
    }

    /** The machines that run the shards of a merged session again have their own commands, which differ in K. */
    private String shards() {
        return session.hosts()
                .map(hosts -> hosts.getFirst().shard().count())
                .filter(count -> count > 1)
                .map(count -> String.format(
                        Locale.ROOT,
                        " --shard K/%d --emit on a machine for each K of 1 to %d, then ./joust merge",
                        count,
                        count))
                .orElse("");
    }

    /** The limits of the command line; others stand in the scenario file. */
    private Optional<Pod> asked() {
        return scenario.pod().filter(limits -> scenario.name().endsWith("-" + limits.suffix()));
    }

    private String limits() {
        var cpus = asked().flatMap(Pod::cpus).map(c -> " --cpus " + Pod.number(c));
        var memory = asked().flatMap(Pod::memoryBytes).map(bytes -> " --memory " + Pod.size(bytes));
        return cpus.orElse("") + memory.orElse("");
    }

    /** The option that names the models, where the profile alone would run fewer of them, or more. */
    private String models() {
        var leftOut = leftOut();
        boolean whole = own() && session.plan().profile().isQuick() && leftOut.isEmpty();
        return whole || leftOut.contains(NotAskedReason.LEFT_OUT_BY_MODELS)
                ? " --models "
                        + scenario.arms().stream()
                                .map(Arm::model)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(","))
                : "";
    }

    private String controls() {
        boolean none = session.plan().scenarios().stream()
                .allMatch(one -> one.judging().control().isEmpty());
        return none && session.plan().looks().judges() ? " --no-controls" : "";
    }

    /** Who left out arms of this scenario. */
    private Set<NotAskedReason> leftOut() {
        var suffix = asked().map(limits -> "-" + limits.suffix()).orElse("");
        return session.plan().notAsked().stream()
                .filter(one -> scenario.family().equals(one.scenario() + suffix))
                .map(NotAsked::reason)
                .collect(Collectors.toSet());
    }

    /** Joust's own scenarios are run by name, others by file. */
    private String scenarioArgument() {
        var file = file();
        return own() ? file.getFileName().toString().replaceFirst("\\.yaml$", "") : file.toString();
    }

    private boolean own() {
        var folder = file().getParent();
        return folder != null && (folder.endsWith(OWN_SCENARIOS) || folder.endsWith(OWN_SCENARIOS.resolve("article")));
    }

    private Path file() {
        return Path.of(judged.claim().declared().file());
    }
}
