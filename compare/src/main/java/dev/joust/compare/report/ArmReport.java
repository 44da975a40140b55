package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * One arm of a scenario as it is shown.
 *
 * @param latencies one for each class of work; empty when no trial was valid
 * @param resourceUsage what it used: medians over the valid trials
 */
public record ArmReport(
        Label label, Standing standing, Trials trials, List<LatencyReport> latencies, List<Amount> resourceUsage) {

    /** What ran; runtime and slots are known once a trial has said them. */
    public record Label(String name, String model, Optional<String> runtime, Optional<Integer> slots) {}

    /**
     * How it did in the primary metric.
     *
     * @param behind how many times better the scenario's reference is; empty for the reference itself and where no block is shared
     * @param median over the valid trials
     * @param efficiency of the analytic ceiling, 1 being the ceiling: the median over the valid trials
     */
    public record Standing(
            ArmState state, Optional<RatioReport> behind, Optional<Double> median, Optional<Double> efficiency) {}

    /**
     * The trials.
     *
     * @param points the figure of each valid trial that has one
     * @param valid how many are valid
     * @param nonSteady how many of these never settled
     */
    public record Trials(List<Point> points, List<Invalid> invalid, int valid, int nonSteady, Units units) {}

    /** The figure of one trial in the primary metric. */
    public record Point(int block, double figure, boolean steady) {}

    /**
     * A trial that does not count.
     *
     * @param reason the gate's name and figures
     */
    public record Invalid(int block, String reason) {}

    /**
     * Units of work.
     *
     * @param done in the windows of the valid trials
     * @param left of the valid trials, still on their way when they ended
     * @param failed in all trials, the invalid ones too
     * @param wrong in all trials, the invalid ones too
     */
    public record Units(long done, long left, long failed, long wrong) {}

    /**
     * Something that is counted or used.
     *
     * @param unit empty for a count
     * @param value empty when it cannot be had
     */
    public record Amount(String name, String unit, Optional<Double> value) {}

    /** The figure of a block; empty when its trial is invalid or has none. */
    public Optional<Double> figure(int block) {
        return trials.points().stream()
                .filter(point -> point.block() == block)
                .map(Point::figure)
                .findFirst();
    }
}
