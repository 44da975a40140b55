package dev.joust.compare.advise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What arithmetic says of a model under the traffic. Times are in seconds.
 *
 * @param busy the share of the time for which what serves the units is busy: the loop, the lock, the cores, the workers
 * @param classes one per class of traffic; empty where it has more to do than time
 */
record Forecast(String model, ModelKind kind, double busy, List<ClassForecast> classes, Feasibility feasibility) {

    /**
     * Whether the model can work.
     *
     * @param works false where it has more to do than time, or misses a deadline on average
     * @param because the figures, in a sentence
     */
    record Feasibility(boolean works, String because) {}

    /**
     * The mean times of a class.
     *
     * @param waiting for a server, over all visits; 0 where arithmetic does not know it
     * @param response waiting, pauses and CPU time; at least that where arithmetic does not know the wait
     */
    record ClassForecast(String name, double rate, double waiting, double response) {}

    boolean works() {
        return feasibility.works();
    }

    String because() {
        return feasibility.because();
    }

    /** The mean response time of a class; empty where the model cannot work. */
    Optional<Double> response(String name) {
        return classes.stream()
                .filter(type -> type.name().equals(name))
                .map(ClassForecast::response)
                .filter(Double::isFinite)
                .findFirst();
    }

    /** The mean number of units in flight, by Little's law. */
    double inFlight() {
        return classes.stream()
                .mapToDouble(type -> QueueFormulas.little(type.rate(), type.response()))
                .sum();
    }

    /** {@code 254 ms}, with {@code ≥} where only a lower bound is known. */
    String responseText(String name) {
        return response(name)
                .map(seconds -> String.format(
                        Locale.ROOT, "%s%s", kind.hasWait() ? "" : "\u2265 ", AdviceNumbers.time(seconds)))
                .orElse("-");
    }
}
