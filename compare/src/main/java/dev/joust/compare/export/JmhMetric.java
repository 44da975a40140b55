package dev.joust.compare.export;

import dev.joust.compare.stats.MeanEstimate;
import dev.joust.scenario.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric of an arm as JMH writes one. Each trial is a fork with one iteration, so each inner list of {@code rawData}
 * has one value. Score and error are JMH's: the mean, and half of its t interval at 99.9 %. They are not the judge's.
 *
 * @param values one per trial; at least one
 */
record JmhMetric(Metric metric, List<Double> values) {
    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

    /** The fields, in JMH's order. Jackson writes a value that is no number as JMH does: {@code "NaN"}. */
    Map<String, Object> fields() {
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        var mean = MeanEstimate.of(numbers, MeanEstimate.JMH_CONFIDENCE);
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (double percent : PERCENTILES) {
            percentiles.put(Double.toString(percent), MeanEstimate.percentile(numbers, percent));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("score", mean.mean());
        fields.put("scoreError", mean.error());
        fields.put("scoreConfidence", List.of(mean.low(), mean.high()));
        fields.put("scorePercentiles", percentiles);
        fields.put("scoreUnit", unit());
        fields.put("rawData", values.stream().map(List::of).toList());
        return fields;
    }

    /** JMH's word for the unit, where it has one: a unit of work is its operation, and a batch is one too. */
    private String unit() {
        return switch (metric.quantity()) {
            case THROUGHPUT, GOODPUT, CAPACITY, SLO_CAPACITY -> "ops/s";
            case MAKESPAN -> "s/op";
            case RESPONSE_P50, RESPONSE_P99, RESPONSE_P99_9, CPU_PER_UNIT -> "ms/op";
            case RATE_RATIO, BACKLOG, RECOVERY, MEMORY, MEMORY_PER_UNIT_IN_FLIGHT ->
                metric.quantity().unit();
        };
    }

    /** JMH's mode. Its readers take a higher score as the better one in {@code thrpt}, and in no other mode. */
    String mode() {
        if (metric.quantity() == Metric.Quantity.MAKESPAN) {
            return "ss";
        }
        return metric.quantity().lowerIsBetter() ? "avgt" : "thrpt";
    }
}
