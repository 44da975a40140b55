package dev.joust.compare.fidelity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The answers of one lock in one round: values by probe case and name. A missing value is NaN, and so is all that is
 * computed from it.
 */
record RoundValues(Map<String, Map<String, List<Double>>> answers) {

    double[] values(String key, String name) {
        return answers.getOrDefault(key, Map.of()).getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The value at a place of a list. */
    double value(String key, String name, int place) {
        double[] values = values(key, name);
        return place < values.length ? values[place] : Double.NaN;
    }

    /** The value at a place of each group, in a list of groups of {@code stride} values. */
    DoubleStream every(String key, String name, int place, int stride) {
        double[] values = values(key, name);
        return IntStream.range(0, values.length / stride).mapToDouble(group -> values[group * stride + place]);
    }

    double first(String key, String name) {
        return value(key, name, 0);
    }

    double mean(String key, String name) {
        return Arrays.stream(values(key, name)).average().orElse(Double.NaN);
    }

    double median(String key, String name) {
        return percentile(key, name, 50);
    }

    double percentile(String key, String name, double percent) {
        return Spread.percentile(values(key, name), percent);
    }

    /** A count per second of wall time. */
    double rate(String key, String name) {
        return first(key, name) / first(key, "wall");
    }

    /** Requests per second, by the client's clock. */
    double requests(String key) {
        return first(key, "requests") / first(key, "client-wall");
    }

    /** The share of a list that lies strictly between two bounds. */
    double share(String key, String name, double low, double high) {
        double[] values = values(key, name);
        return Arrays.stream(values).filter(v -> v > low && v < high).count() / (double) values.length;
    }
}
