package dev.joust.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One scenario, ranked by one metric.
 *
 * @param reference the arm that every other is compared with, the best by its median; empty where no arm has one
 */
public record ScenarioReport(
        Question question,
        WinnerReport winner,
        Optional<String> reference,
        List<ArmReport> arms,
        List<ClaimReport> claims) {

    /**
     * What is asked, and the metric that answers.
     *
     * @param text the question, in one sentence
     * @param kind what the work does; empty where it only moves bytes
     * @param limits the limits of each trial, the analytic limit that follows from them, and a proxy before the
     *     service
     */
    public record Question(
            String name, String text, Optional<WorkloadKind> kind, Optional<String> limits, MetricReport metric) {
        /** The scenario's name, with the metric where it is another than the primary one. */
        public String title() {
            return metric.primary() ? name : String.format(Locale.ROOT, "%s, %s", name, metric.name());
        }

        /** The title as the name of a place in a page. */
        public String anchor() {
            return "scenario-" + title().replaceAll("[^\\p{L}\\p{N}.]+", "-");
        }
    }

    /**
     * The metric that ranks the arms.
     *
     * @param minUnits how many units one trial needs to have a value
     * @param primary whether it is the scenario's primary metric; else a claim names it
     * @param smallestEffect the smallest difference between two arms that the scenario could have found, as a ratio
     */
    public record MetricReport(
            String name, ValueScale scale, boolean primary, long minUnits, Optional<Double> smallestEffect) {
        /** The unit of the values. */
        public String unit() {
            return scale.unit();
        }

        /** Which values are better, in words. */
        public String direction() {
            return scale.lowerIsBetter() ? "lower is better" : "higher is better";
        }

        /** {@code smallest difference that could have been found: 6.8 %}. */
        public Optional<String> smallestEffectText() {
            return smallestEffect.map(ratio -> String.format(
                    Locale.ROOT,
                    ratio < 1.1
                            ? "smallest difference that could have been found: %.1f %%"
                            : "smallest difference that could have been found: %.0f %%",
                    100 * (ratio - 1)));
        }
    }

    /** What the values of a metric are measured in, and which of them are better. */
    public record ValueScale(String unit, boolean lowerIsBetter) {}

    /** Whether it is a control. */
    public boolean control() {
        return winner.kind() == WinnerReport.WinnerKind.CONTROL;
    }

    /** Whether every other arm is compared with this one. */
    boolean isReference(ArmReport arm) {
        return reference.filter(arm.label().name()::equals).isPresent();
    }

    /** The arm of that name; empty where it did not take part. */
    public Optional<ArmReport> arm(String name) {
        return arms.stream().filter(arm -> arm.label().name().equals(name)).findFirst();
    }
}
