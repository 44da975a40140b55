package dev.joust.compare.report;

import dev.joust.compare.stats.Estimate;
import java.util.Locale;

/**
 * How many times better one arm is than another, with its interval.
 *
 * @param confidence the exact coverage of the interval, 0 to 1
 * @param blocks the number of blocks in which both arms are valid
 */
public record RatioReport(double ratio, double low, double high, double confidence, int blocks) {
    /** The values of an estimate. */
    public static RatioReport of(Estimate estimate) {
        return new RatioReport(
                estimate.ratio(),
                estimate.low(),
                estimate.high(),
                estimate.confidence().achieved(),
                estimate.blocks());
    }

    /** The ratio of the other arm to the one. */
    RatioReport inverse() {
        return new RatioReport(1 / ratio, 1 / high, 1 / low, confidence, blocks);
    }

    /** The ratio alone: {@code 1.52}. */
    public String text() {
        return Numbers.ratio(ratio);
    }

    /** {@code [1.47, 1.58]}. */
    public String interval() {
        return String.format(Locale.ROOT, "[%s, %s]", Numbers.ratio(low), Numbers.ratio(high));
    }

    /** Both: {@code 1.52 [1.47, 1.58]}. */
    public String withInterval() {
        return text() + " " + interval();
    }

    /** {@code 96.9 %, 6 blocks}. */
    public String basis() {
        return String.format(Locale.ROOT, "%.1f %%, %d block%s", 100 * confidence, blocks, blocks == 1 ? "" : "s");
    }
}
