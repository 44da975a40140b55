package dev.joust.compare.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One cost of the arms of a scenario, compared block by block as the metrics are.
 *
 * @param scenario its name
 * @param arms those whose cost is known
 * @param ratios one per pair of arms, in either order; without a pair that has too few blocks for an interval
 */
public record CostReport(String scenario, CostFigure figure, List<ArmCost> arms, List<CostRatio> ratios) {

    /** The median cost of an arm over its valid trials. */
    public record ArmCost(String arm, double median) {}

    /** How many times as much one arm uses as the other. */
    public record CostRatio(String arm, String other, RatioReport times) {}

    /** Those of a scenario among these. A cost that ranks its arms is none beside that. */
    public static List<CostReport> beside(ScenarioReport scenario, List<CostReport> costs) {
        var question = scenario.question();
        return costs.stream()
                .filter(cost -> cost.scenario().equals(question.name()))
                .filter(cost ->
                        !question.metric().name().startsWith(cost.figure().key()))
                .toList();
    }

    /** The median of an arm; empty where it is not known. */
    public Optional<Double> median(String arm) {
        return arms.stream()
                .filter(cost -> cost.arm().equals(arm))
                .map(ArmCost::median)
                .findFirst();
    }

    /** How many times as much {@code arm} uses as {@code other}; empty where no interval is known. */
    public Optional<RatioReport> times(String arm, String other) {
        return ratios.stream()
                .filter(ratio -> ratio.arm().equals(arm) && ratio.other().equals(other))
                .map(CostRatio::times)
                .findFirst()
                .or(() -> ratios.stream()
                        .filter(ratio ->
                                ratio.arm().equals(other) && ratio.other().equals(arm))
                        .map(ratio -> ratio.times().inverse())
                        .findFirst());
    }

    /** The arm of these that uses least, by its median; empty where no cost is known. */
    public Optional<String> least(Collection<String> among) {
        return arms.stream()
                .filter(cost -> among.contains(cost.arm()))
                .min(Comparator.comparingDouble(ArmCost::median).thenComparing(ArmCost::arm))
                .map(ArmCost::arm);
    }
}
