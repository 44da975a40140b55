package dev.joust.compare.verdict;

/** What one valid trial says about a metric. */
public sealed interface MetricReading {

    /**
     * A value above 0.
     *
     * @param units that a percentile is taken of; 1 for other metrics
     */
    record KnownValue(double value, long units) implements MetricReading {}

    /** Only a lower bound is known. The arm then has no values at all, or it would look better than it is. */
    record AtLeast(double value, String because) implements MetricReading {}

    /**
     * The model did not do what the metric needs, such as sustain the offered rate. The arm then has no values at all:
     * its other trials would make it look better than it is.
     *
     * @param because after the words "no value: "
     */
    record Missed(String because) implements MetricReading {}

    /** The trial cannot tell, which is not the model's doing. The other trials count. */
    record Absent(String because) implements MetricReading {}
}
