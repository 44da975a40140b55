package dev.joust.compare.stats;

import java.util.OptionalDouble;

/** The median: the middle value, or the mean of the two middle values of an even number. */
public final class Median {
    private static final org.apache.commons.statistics.descriptive.Median MEDIAN =
            org.apache.commons.statistics.descriptive.Median.withDefaults().withCopy(true);

    private Median() {}

    /** The median of the values, in any order; empty without a value. */
    public static OptionalDouble of(double... values) {
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(MEDIAN.evaluate(values));
    }
}
