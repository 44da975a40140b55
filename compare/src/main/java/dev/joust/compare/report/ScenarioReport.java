package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * One scenario as it is shown.
 *
 * @param control whether it tests the instrument and not the models
 */
public record ScenarioReport(
        Question question, boolean control, Podium podium, List<ArmReport> arms, List<ClaimReport> claims) {

    /**
     * What is asked, and the metric that answers.
     *
     * @param text the question
     * @param limits what each trial was limited to, and what that makes the ceiling
     * @param metric the name of the primary metric
     * @param unit of its figures
     */
    public record Question(
            String name, String text, Optional<String> limits, String metric, String unit, boolean lowerIsBetter) {
        /** Which way the metric points, for the reader. */
        public String direction() {
            return lowerIsBetter ? "lower is better" : "higher is better";
        }
    }

    /**
     * Who came first.
     *
     * @param winner in a few words; who is tied, who may still be first, or why there is none
     * @param margin by how much, over whom
     * @param reference the arm that every other is compared with
     * @param open what is not known, a line for each pair
     */
    public record Podium(String winner, Optional<String> margin, Optional<String> reference, List<String> open) {}

    /** The arm of that name; empty when it did not take part. */
    public Optional<ArmReport> arm(String name) {
        return arms.stream().filter(arm -> arm.label().name().equals(name)).findFirst();
    }
}
