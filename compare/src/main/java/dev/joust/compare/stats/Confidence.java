package dev.joust.compare.stats;

/**
 * The confidence of an interval, requested and achieved. The signed-rank statistic has whole values only, so an exact
 * interval achieves more than requested (6 blocks: 96.9 % for 95 %), or cannot achieve it at all.
 *
 * @param requested 1 - alpha
 * @param achieved the exact coverage of the interval
 */
public record Confidence(double requested, double achieved) {

    private static final double ROUNDING_TOLERANCE = 1e-12;

    public Confidence {
        if (!(requested > 0 && requested < 1)) {
            throw new IllegalArgumentException("a confidence must be in (0, 1): requested=" + requested);
        }
        if (!(achieved >= 0 && achieved < 1)) {
            throw new IllegalArgumentException("a coverage must be in [0, 1): achieved=" + achieved);
        }
    }

    /** False with too few blocks. This is stricter than R, which warns only when alpha grew by half. */
    public boolean achievable() {
        return achieved >= requested - ROUNDING_TOLERANCE;
    }
}
