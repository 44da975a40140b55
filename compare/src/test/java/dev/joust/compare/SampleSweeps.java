package dev.joust.compare;

import dev.joust.scenario.Claim;
import dev.joust.scenario.CrossoverClaim;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.SweepPoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sweeps for tests: one class of work, {@code task}, judged by its throughput. */
public final class SampleSweeps {
    private SampleSweeps() {}

    /** The scenario of one value. */
    public static Scenario point(String parameter, int value, List<String> arms, CrossoverClaim... crossovers) {
        return at(
                SampleScenarios.closed("sweep-" + value, value, Metric.Quantity.THROUGHPUT, arms),
                new SweepPoint("sweep", parameter, value, Integer.toString(value), List.of(crossovers)));
    }

    /** The scenario of one rate of an open load, in units per second. */
    public static Scenario rate(int perSecond, List<String> arms) {
        return at(
                SampleScenarios.open("sweep-" + perSecond, perSecond, Metric.Quantity.RATE_RATIO, arms),
                new SweepPoint("sweep", "rate", perSecond, Integer.toString(perSecond), List.of()));
    }

    private static Scenario at(Scenario scenario, SweepPoint point) {
        return new Scenario(
                scenario.name(),
                scenario.question(),
                scenario.statement(),
                scenario.workload(),
                scenario.pod(),
                scenario.arms(),
                scenario.judging(),
                Optional.of(point));
    }

    /** Expects that the second arm is ahead from this value on. */
    public static CrossoverClaim crossover(String arm, String other, double predicted) {
        return new CrossoverClaim(
                new CrossoverClaim.Between(arm, other, 1),
                new CrossoverClaim.Prediction(predicted, String.format(Locale.ROOT, "%.0f", predicted)),
                "One thread is full.",
                new Claim.Source("compare/scenarios/sweep.yaml", 31));
    }
}
