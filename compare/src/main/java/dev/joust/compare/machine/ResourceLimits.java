package dev.joust.compare.machine;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limits that control groups set for this process, where they set any.
 *
 * @param cores CPU time in cores, may be a fraction
 */
public record ResourceLimits(Optional<Double> cores, Optional<Long> memoryBytes) {
    static final ResourceLimits NONE = new ResourceLimits(Optional.empty(), Optional.empty());

    /** The tighter limit of each kind. */
    ResourceLimits and(ResourceLimits other) {
        return new ResourceLimits(least(cores, other.cores), least(memoryBytes, other.memoryBytes));
    }

    private static <T extends Comparable<T>> Optional<T> least(Optional<T> one, Optional<T> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparable::compareTo);
    }
}
