package dev.joust.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The values that a probe measures, by name. For one thread. */
final class Values {
    private final Map<String, List<Double>> all = new LinkedHashMap<>();

    Values add(String name, double value) {
        all.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        return this;
    }

    /** Sets all values of this name; an empty stream sets an empty list. */
    Values set(String name, DoubleStream values) {
        all.put(name, values.boxed().toList());
        return this;
    }

    /** Adds the first {@code count} of these times, in milliseconds. */
    Values addMillis(String name, long[] nanos, int count) {
        var list = all.computeIfAbsent(name, n -> new ArrayList<>(count));
        for (int i = 0; i < count; i++) {
            list.add(nanos[i] / 1e6);
        }
        return this;
    }

    Map<String, List<Double>> map() {
        return all;
    }
}
