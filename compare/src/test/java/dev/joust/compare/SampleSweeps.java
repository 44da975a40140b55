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
        var closed = SampleScenarios.closed("sweep-" + value, value, Metric.Quantity.THROUGHPUT, arms);
        return new Scenario(
                closed.name(),
                closed.question(),
                closed.statement(),
                closed.workload(),
                closed.pod(),
                closed.arms(),
                closed.judging(),
                Optional.of(new SweepPoint("sweep", parameter, value, Integer.toString(value), List.of(crossovers))));
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
