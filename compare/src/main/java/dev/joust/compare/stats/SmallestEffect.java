package dev.joust.compare.stats;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The smallest effect that a scenario could have found between any two of its models, from its own blocks.
 *
 * <p>Of one pair it is exp((ln high - ln low) / 2): half the width of its interval, as a ratio. An interval excludes 1
 * when its estimate is farther from 1 than that. So an effect of this size is found about every second time, and one of
 * twice its logarithm nearly always. A scenario has the largest of its pairs, so that it holds for each of them. A
 * smaller difference that was not found is no tie.
 */
public final class SmallestEffect {

    private SmallestEffect() {}

    /**
     * The smallest effect between any two models.
     *
     * @param comparisons every pair of a scenario
     * @return a ratio of at least 1; empty without a pair, and where one has too few blocks to find an effect of any
     *     size
     */
    public static OptionalDouble of(List<PairedComparison> comparisons) {
        return comparisons.stream().allMatch(pair -> pair.advantage().achievable())
                ? comparisons.stream().mapToDouble(pair -> of(pair.advantage())).max()
                : OptionalDouble.empty();
    }

    private static double of(Estimate advantage) {
        return Math.exp((advantage.logHigh() - advantage.logLow()) / 2);
    }
}
