package dev.joust.compare.session;

import dev.joust.trial.Measurement.CapacityResult;
import java.util.Optional;

/**
 * One line of {@code capacities.jsonl}: the capacity of an arm, of which the loads of a session are shares.
 *
 * @param scenario in which it was measured
 * @param found by the search; empty where its trial failed
 * @param failure why there is no capacity, in one line; empty where there is one
 */
public record MeasuredCapacity(String scenario, String arm, Optional<CapacityResult> found, Optional<String> failure) {

    /** In units per second. */
    public Optional<Double> perSecond() {
        return failure.isPresent() ? Optional.empty() : found.flatMap(CapacityResult::sustained);
    }
}
