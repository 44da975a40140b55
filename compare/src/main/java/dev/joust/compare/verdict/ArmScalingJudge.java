package dev.joust.compare.verdict;

import dev.joust.compare.session.Result;
import dev.joust.compare.stats.FigureEstimate;
import dev.joust.compare.stats.ScalingLaws;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.SweepJudgement.ArmScaling;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.SweepPoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Computes how the arms of a sweep scale with its values, where the values are units in flight, slots or cores. */
record ArmScalingJudge(SweepEvidence sweep, double confidence) {
    private static final String IN_FLIGHT = "inFlight";
    private static final List<String> CONCURRENCY = List.of(IN_FLIGHT, "slots", "cpus");
    private static final double KILOBYTE = 1e3;

    ArmScaling scaling(Arm arm) {
        var metric = scenario().judging().primary();
        boolean lawful = metric.quantity() == Metric.Quantity.THROUGHPUT
                && point(scenario()).value() >= 1
                && CONCURRENCY.stream().anyMatch(this::varies);
        var throughput =
                lawful ? sweep.curves(arm, trial -> MetricReader.of(metric, trial)) : List.<ScalingLaws.BlockCurve>of();
        return new ArmScaling(
                arm.name(),
                ScalingLaws.amdahl(throughput, confidence),
                ScalingLaws.universal(throughput, confidence),
                varies(IN_FLIGHT) ? memory(arm) : Optional.empty(),
                limit(arm));
    }

    private Scenario scenario() {
        return sweep.points().getFirst().scenario();
    }

    private static SweepPoint point(Scenario scenario) {
        return scenario.point().orElseThrow();
    }

    /** Whether this is what varies, for one class of work or for all. */
    private boolean varies(String parameter) {
        var given = point(scenario()).parameter();
        return given.equals(parameter) || given.startsWith(parameter + " of ");
    }

    private Optional<FigureEstimate> memory(Arm arm) {
        return ScalingLaws.slope(sweep.curves(arm, ArmScalingJudge::resident), confidence);
    }

    private static OptionalDouble resident(Result trial) {
        return trial.outside()
                .resourceUsage()
                .flatMap(usage -> usage.memory().resident())
                .map(bytes -> OptionalDouble.of(bytes / KILOBYTE))
                .orElse(OptionalDouble.empty());
    }

    private Optional<SweepPoint> limit(Arm arm) {
        return sweep.points().reversed().stream()
                .filter(point -> mostAreValid(point.all(arm)))
                .map(point -> point(point.scenario()))
                .findFirst();
    }

    private static boolean mostAreValid(List<Checked> trials) {
        return 2 * trials.stream().filter(Checked::valid).count() > trials.size();
    }
}
