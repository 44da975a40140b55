package dev.joust.compare.report;

import dev.joust.compare.stats.VerdictOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One sweep: a metric against the value of a parameter.
 *
 * @param points in ascending order of the values
 * @param crossovers what was expected of the sweep, and what was found
 * @param scaling of each arm that has any figure of it
 */
public record SweepReport(
        SweepHeading heading,
        List<String> arms,
        List<SweepRow> points,
        List<CrossoverReport> crossovers,
        List<ArmScalingReport> scaling) {

    /** What varies, and what was measured. */
    public record SweepHeading(String name, String question, String parameter, String metric, String unit) {
        /** {@code throughput, units/s}. */
        public String axis() {
            return metric + ", " + unit;
        }
    }

    /**
     * One value.
     *
     * @param scenario the name of the scenario at this value
     * @param figures one per arm, in their order; empty where no trial is valid
     */
    public record SweepRow(String scenario, String label, double value, List<Optional<FigureReport>> figures) {}

    /**
     * An expected crossover.
     *
     * @param claim in the words of the scenario
     * @param found empty where it is not located
     */
    public record CrossoverReport(
            VerdictOutcome outcome, String claim, Optional<FigureReport> found, String reason, CrossoverOrigin origin) {
        /** {@code held: crossover of a and b at 45 %; measured 46.1 [44.2, 48]; ...}. */
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "%s: %s; measured %s; %s",
                    outcome.word(),
                    claim,
                    found.map(FigureReport::text).orElse(Numbers.ABSENT),
                    reason);
        }
    }

    /** Where an expected crossover comes from. */
    public record CrossoverOrigin(String because, String declared, ExpectedCrossover expected) {}

    /**
     * What is expected.
     *
     * @param arm ahead or tied at small values
     * @param other ahead at large values
     * @param predicted the value of the sweep's parameter
     * @param label the value as the scenario writes it
     */
    public record ExpectedCrossover(String arm, String other, double predicted, String label) {
        /** {@code vertx-loop, then processes}. */
        public String arms() {
            return arm + ", then " + other;
        }

        /** {@code 31.25 (62.5 % / cores)}; the value alone, where the scenario writes it so. */
        String text() {
            var value = Numbers.figure(predicted);
            return value.equals(label) ? value : String.format(Locale.ROOT, "%s (%s)", value, label);
        }
    }

    /**
     * How an arm scales.
     *
     * @param limit the highest value at which most trials are valid
     * @param memory resident memory per unit in flight, in kB
     */
    public record ArmScalingReport(
            String arm,
            Optional<FigureReport> amdahl,
            Optional<LawReport> universal,
            Optional<FigureReport> memory,
            Optional<String> limit) {}

    /** The coefficients of the Universal Scalability Law. */
    public record LawReport(FigureReport sigma, FigureReport kappa) {}

    /** Whether this is the name of the scenario at one of its values. */
    boolean has(String scenario) {
        return points.stream().anyMatch(point -> point.scenario().equals(scenario));
    }

    /** The name of its place in a page. */
    public String anchor() {
        return "sweep-" + heading.name();
    }
}
