package dev.joust.compare.machine;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What control groups grant this process, where they grant less than all.
 *
 * @param cores of CPU time, a fraction where the quota is one
 */
public record ResourceLimits(Optional<Double> cores, Optional<Long> memoryBytes) {
    static final ResourceLimits NONE = new ResourceLimits(Optional.empty(), Optional.empty());

    /** The tighter of each. */
    ResourceLimits and(ResourceLimits other) {
        return new ResourceLimits(least(cores, other.cores), least(memoryBytes, other.memoryBytes));
    }

    private static <T extends Comparable<T>> Optional<T> least(Optional<T> one, Optional<T> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparable::compareTo);
    }
}
