package dev.joust.compare.machine;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Sums that are empty when one part is, or when there is no part: a partial sum would be read as the whole. */
final class Sums {
    private Sums() {}

    static <T> Optional<Long> longs(List<T> parts, Function<T, Optional<Long>> value) {
        return sum(parts, value, Long::sum);
    }

    static <T> Optional<Integer> ints(List<T> parts, Function<T, Optional<Integer>> value) {
        return sum(parts, value, Integer::sum);
    }

    static <T> Optional<ContextSwitches> switches(List<T> parts, Function<T, Optional<ContextSwitches>> value) {
        return sum(parts, value, ContextSwitches::plus);
    }

    static <T> Optional<IoCalls> calls(List<T> parts, Function<T, Optional<IoCalls>> value) {
        return sum(parts, value, IoCalls::plus);
    }

    private static <T, V> Optional<V> sum(List<T> parts, Function<T, Optional<V>> value, BinaryOperator<V> plus) {
        var known = parts.stream().map(value).flatMap(Optional::stream).toList();
        return known.size() == parts.size() ? known.stream().reduce(plus) : Optional.empty();
    }
}
