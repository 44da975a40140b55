package dev.joust.compare.stats;

import java.util.OptionalDouble;

/**
 * The smallest effect that a session could have found, from the interval of an A/A pair, which has no effect.
 *
 * <p>It is exp((ln high - ln low) / 2): half the width of the interval, as a ratio. An interval excludes 1 when its
 * estimate is farther from 1 than that. So an effect of this size is found about every second time, and one of twice
 * its logarithm nearly always. A smaller difference that was not found is no tie.
 */
public final class SmallestEffect {

    private SmallestEffect() {}

    /**
     * The smallest effect.
     *
     * @param control the estimate of the A/A pair
     * @return a ratio of at least 1; empty where there are too few blocks to find an effect of any size
     */
    public static OptionalDouble of(Estimate control) {
        return control.achievable()
                ? OptionalDouble.of(Math.exp((control.logHigh() - control.logLow()) / 2))
                : OptionalDouble.empty();
    }
}
