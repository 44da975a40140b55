package dev.joust.trial;

import dev.joust.trial.Measurement.CapacityResult;
import java.util.Map;
import java.util.Optional;

/**
 * A load that has been driven to its end.
 *
 * @param stopped why an open load was stopped before its end; empty: it was not
 * @param counters what the driver counted, by name
 * @param capacity what a search for the capacity found; empty for other loads
 */
record DrivenLoad(
        MeasuredWindow window,
        Optional<String> stopped,
        Map<String, Double> counters,
        Optional<CapacityResult> capacity) {

    /** A batch or a closed load. */
    static DrivenLoad of(MeasuredWindow window) {
        return new DrivenLoad(window, Optional.empty(), Map.of(), Optional.empty());
    }
}
