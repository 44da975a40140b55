package dev.joust.compare.verdict;

import dev.joust.compare.stats.Crossover;
import dev.joust.compare.stats.FigureEstimate;
import dev.joust.compare.stats.ScalingLaws.LawEstimate;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.scenario.CrossoverClaim;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.SweepPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The judgement on a sweep.
 *
 * @param first the scenario at the first value, which stands for all: only the value differs
 * @param values what each arm reached in the primary metric, in the order of the sweep's values
 * @param crossovers the verdict on each
 * @param scaling of each arm
 */
public record SweepJudgement(
        Scenario first, List<SweepValue> values, List<CrossoverJudgement> crossovers, List<ArmScaling> scaling) {

    /**
     * One value of a sweep.
     *
     * @param metric what each arm reached, by its name; without an arm that has no valid trial here
     */
    public record SweepValue(SweepPoint point, Map<String, FigureEstimate> metric) {}

    /**
     * An expected crossover and its verdict.
     *
     * @param reason one line for the reader
     * @param found what was measured; empty where nothing was
     */
    public record CrossoverJudgement(
            CrossoverClaim claim, VerdictOutcome outcome, String reason, Optional<Crossover> found) {

        CrossoverJudgement withheld(String because) {
            return outcome == VerdictOutcome.NOT_APPLICABLE
                    ? this
                    : new CrossoverJudgement(claim, VerdictOutcome.INCONCLUSIVE, because + outcome.word(), found);
        }
    }

    /**
     * How an arm scales with the values.
     *
     * @param amdahl Amdahl's law of its throughput
     * @param universal the Universal Scalability Law of its throughput
     * @param memory resident memory per unit in flight, in kB
     * @param limit the highest value at which more than half of its trials are valid
     */
    public record ArmScaling(
            String arm,
            Optional<LawEstimate> amdahl,
            Optional<LawEstimate> universal,
            Optional<FigureEstimate> memory,
            Optional<SweepPoint> limit) {}

    /** The name of the sweep. */
    public String name() {
        return first.family();
    }

    /** Whether more blocks could change an answer. */
    boolean open() {
        return crossovers.stream().anyMatch(crossover -> crossover.outcome() == VerdictOutcome.INCONCLUSIVE);
    }

    SweepJudgement withheld(String because) {
        return new SweepJudgement(
                first,
                values,
                crossovers.stream().map(one -> one.withheld(because)).toList(),
                scaling);
    }
}
