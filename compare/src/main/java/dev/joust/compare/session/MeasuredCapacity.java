package dev.joust.compare.session;

import dev.joust.trial.Measurement.CapacityResult;
import java.util.Optional;

/**
 * One line of {@code capacities.jsonl}: the capacity of an arm, of which the loads of a session are shares.
 *
 * @param scenario in which it was measured
 * @param found by the search; empty where its trial failed
 * @param failure why there is no capacity, in one line; empty where there is one
 * @param host the name of its {@link ShardHost}, in a merged session
 */
public record MeasuredCapacity(
        String scenario, String arm, Optional<CapacityResult> found, Optional<String> failure, Optional<String> host)
        implements SessionLine {

    /** Of a session that is not merged. */
    public MeasuredCapacity(String scenario, String arm, Optional<CapacityResult> found, Optional<String> failure) {
        this(scenario, arm, found, failure, Optional.empty());
    }

    @Override
    public MeasuredCapacity withHost(String name) {
        return new MeasuredCapacity(scenario, arm, found, failure, Optional.of(name));
    }

    @Override
    public MeasuredCapacity withoutHost() {
        return new MeasuredCapacity(scenario, arm, found, failure);
    }

    /** In units per second. */
    public Optional<Double> perSecond() {
        return failure.isPresent() ? Optional.empty() : found.flatMap(CapacityResult::sustained);
    }
}
