package dev.joust.compare.run;

import dev.joust.scenario.Load;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Trial;
import java.nio.BufferUnderflowException;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks that a measurement is of the requested trial, and can be read. A program in another language may get it wrong;
 * that costs one trial, never the session.
 */
record MeasurementValidation(Trial trial) {

    /** What is wrong with the measurement, in a sentence; empty when nothing is. */
    Optional<String> objection(Measurement measurement) {
        if (!measurement.id().equals(trial.id())) {
            return Optional.of(
                    String.format(Locale.ROOT, "it measured %s, asked for %s", measurement.id(), trial.id()));
        }
        var asked = trial.workload().classes().stream().map(type -> type.name()).toList();
        if (measurement.classes().size() != asked.size()
                || !measurement.classes().keySet().containsAll(asked)) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "it measured the classes of work %s, asked for %s",
                    measurement.classes().keySet(),
                    asked));
        }
        if (measurement.window().nanos() <= 0) {
            return Optional.of(String.format(
                    Locale.ROOT, "its window lasts %d ns", measurement.window().nanos()));
        }
        var missing = missing(measurement);
        if (missing.isPresent()) {
            return missing;
        }
        return measurement.classes().values().stream()
                .flatMap(units -> histogramError(units).stream())
                .findFirst();
    }

    /** What the load asks for and the measurement lacks. */
    private Optional<String> missing(Measurement measurement) {
        return switch (trial.workload().load()) {
            case Load.Batch _, Load.Closed _ -> Optional.empty();
            case Load.Open _ ->
                measurement.classes().entrySet().stream()
                        .filter(units -> units.getValue().open().isEmpty())
                        .map(units -> "it did not measure how many units of " + units.getKey() + " were offered")
                        .findFirst();
            case Load.Capacity _ ->
                measurement.capacity().isPresent() ? Optional.empty() : Optional.of("it measured no capacity");
        };
    }

    private static Optional<String> histogramError(ClassResult units) {
        try {
            Histograms.decoded(units.latencies().response());
            Histograms.decoded(units.latencies().service());
            return Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.of("its histogram cannot be read: " + e);
        }
    }
}
