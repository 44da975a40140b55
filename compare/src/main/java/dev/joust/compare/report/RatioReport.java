package dev.joust.compare.report;

import dev.joust.compare.stats.Estimate;
import java.util.Locale;

/**
 * How many times better one arm is than another, and how sure that is.
 *
 * @param confidence the exact coverage of the interval, 0 to 1
 * @param blocks how many pairs it rests on
 */
public record RatioReport(double ratio, double low, double high, double confidence, int blocks) {
    /** An estimate as it is shown. */
    public static RatioReport of(Estimate estimate) {
        return new RatioReport(
                estimate.ratio(),
                estimate.low(),
                estimate.high(),
                estimate.confidence().achieved(),
                estimate.blocks());
    }

    /** The estimate alone. */
    public String text() {
        return Numbers.ratio(ratio);
    }

    /** {@code [1.47, 1.58]}. */
    public String interval() {
        return "[%s, %s]".formatted(Numbers.ratio(low), Numbers.ratio(high));
    }

    /** {@code 96.9 %, 6 blocks}. */
    public String basis() {
        return String.format(Locale.ROOT, "%.1f %%, %d block%s", 100 * confidence, blocks, blocks == 1 ? "" : "s");
    }
}
