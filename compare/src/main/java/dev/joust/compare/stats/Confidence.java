package dev.joust.compare.stats;

/**
 * How sure an interval is: asked for, and had. The signed-rank statistic takes whole values only, so an exact interval
 * overshoots what was asked for (6 blocks: 96.9 % for 95 %), or cannot get there at all.
 *
 * @param requested 1 - alpha
 * @param achieved the exact coverage of the interval that was given
 */
public record Confidence(double requested, double achieved) {

    private static final double ROUNDING = 1e-12;

    public Confidence {
        if (!(requested > 0 && requested < 1)) {
            throw new IllegalArgumentException("a confidence must be in (0, 1): requested=" + requested);
        }
        if (!(achieved >= 0 && achieved < 1)) {
            throw new IllegalArgumentException("a coverage must be in [0, 1): achieved=" + achieved);
        }
    }

    /** False when there were too few blocks. Stricter than R, which lets alpha grow by half before it warns. */
    public boolean achievable() {
        return achieved >= requested - ROUNDING;
    }
}
