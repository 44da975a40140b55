package dev.joust.compare.report.build;

import java.util.Optional;
import java.util.stream.Stream;

/** The middle of the figures that are there; of none there is none. */
final class Medians {
    private Medians() {}

    static Optional<Double> of(Stream<Double> figures) {
        var sorted = figures.sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
