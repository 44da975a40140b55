package dev.joust.compare.cause;

import dev.joust.compare.stats.Median;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The figures of one trial, or the medians of several. What is not known is missing, never zero. */
record CauseFigures(Map<CauseFigure, Double> values) {
    CauseFigures {
        values = Map.copyOf(values);
    }

    /** The median of each figure that every trial has. */
    static CauseFigures medians(List<CauseFigures> trials) {
        Map<CauseFigure, Double> medians = new EnumMap<>(CauseFigure.class);
        for (var figure : CauseFigure.values()) {
            if (trials.stream().allMatch(trial -> trial.known(figure))) {
                Median.of(trials.stream()
                                .mapToDouble(trial -> trial.get(figure))
                                .toArray())
                        .ifPresent(median -> medians.put(figure, median));
            }
        }
        return new CauseFigures(medians);
    }

    boolean known(CauseFigure... figures) {
        return List.of(figures).stream().allMatch(values::containsKey);
    }

    /** A figure that is known. */
    double get(CauseFigure figure) {
        return values.get(figure);
    }

    /** Whether the figure is known and at least that. */
    boolean atLeast(CauseFigure figure, double limit) {
        return known(figure) && get(figure) >= limit;
    }

    /** The work of a unit by itself, in ms. */
    double alone() {
        return get(CauseFigure.WAITS) + get(CauseFigure.OWN_CPU);
    }

    /** How much longer than its own work a unit took, in ms. */
    double excess() {
        return get(CauseFigure.RESPONSE) - alone();
    }

    /** The CPU time of the process tree as a share of what the cores give. */
    double cpuShare() {
        return get(CauseFigure.CPU) / get(CauseFigure.CORES);
    }

    /** Whether something lets fewer units compute than the slots and the cores do, and nothing is known of it. */
    boolean serialUnseen() {
        return get(CauseFigure.COMPUTING) < Math.min(get(CauseFigure.SLOTS), Math.ceil(get(CauseFigure.CORES)))
                && !known(CauseFigure.LOCK_HELD)
                && !known(CauseFigure.LOOP_BUSY);
    }
}
