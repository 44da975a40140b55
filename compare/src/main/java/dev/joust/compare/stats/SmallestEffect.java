package dev.joust.compare.stats;

import java.util.OptionalDouble;

/**
 * The smallest effect that a session could have found, from the spread of a control that has none.
 *
 * <p>exp((ln high - ln low) / 2): half the width of the interval, as a ratio. An interval excludes 1 when its estimate is
 * farther from 1 than that, so an effect of this size is found about every second time, and one of twice its logarithm
 * nearly always. A difference below it that was not found is not a tie.
 */
public final class SmallestEffect {

    private SmallestEffect() {}

    /**
     * @param control of the A/A pair, or of any pair whose own resolution is asked for
     * @return a ratio of at least 1; empty when no effect of any size could have been found, for want of blocks
     */
    public static OptionalDouble of(Estimate control) {
        return control.achievable()
                ? OptionalDouble.of(Math.exp((control.logHigh() - control.logLow()) / 2))
                : OptionalDouble.empty();
    }
}
