package dev.joust.compare.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a machine counts as undisturbed: limits that are fixed once, before the first block, and written in the session.
 *
 * <p>The rule: each limit is twice what the machine showed at rest, and at least a floor. Steal and foreign CPU time are not caused by
 * our own load. Late wake-ups are: on two cores 8 to 64 threads of our own that computed delayed the witness by 100 to 240 ms at the
 * 99th percentile, so no fixed limit on them is sound, and they are reported and not judged. What is judged is the stall, the part
 * of the lateness that was not the wait for a core: 0.10 to 0.15 ms with and without such load, 20 others competing. It passes its
 * floor of 10 ms only when the machine stood still for more than a hundredth of the block.
 *
 * @param rest what the machine showed at rest
 */
public record DisturbanceLimits(Disturbance rest, double stealLimit, double foreignLimit, long stallLimitNanos) {
    static final double STEAL_FLOOR = 0.01;
    static final double FOREIGN_FLOOR = 0.10;
    static final long STALL_FLOOR_NANOS = 10_000_000;
    static final int FACTOR = 2;

    /** The limits that follow from the machine at rest. */
    public static DisturbanceLimits calibrated(Disturbance rest) {
        return new DisturbanceLimits(
                rest,
                Math.max(STEAL_FLOOR, FACTOR * rest.stealShare().orElse(0.0)),
                Math.max(FOREIGN_FLOOR, FACTOR * rest.foreignCores().orElse(0.0)),
                Math.max(STALL_FLOOR_NANOS, FACTOR * rest.stallP99Nanos().orElse(0L)));
    }

    /** Why a block with this disturbance must not be judged, in one sentence; empty when it may be. */
    public Optional<String> objection(Disturbance seen) {
        return beyond("the machine was disturbed", seen, stealLimit, foreignLimit, stallLimitNanos);
    }

    /** Why the limits are wider than they should be: the machine was not at rest when they were taken. */
    public Optional<String> caution() {
        return beyond(
                "the machine was not at rest when the session began",
                rest,
                STEAL_FLOOR,
                FOREIGN_FLOOR,
                STALL_FLOOR_NANOS);
    }

    private static Optional<String> beyond(
            String what, Disturbance seen, double steal, double foreign, long stallNanos) {
        var reasons = Stream.of(
                        seen.stealShare()
                                .filter(share -> share > steal)
                                .map(share -> said(
                                        "%.1f %% of its CPU time was stolen (limit %.1f %%)",
                                        share * 100, steal * 100)),
                        seen.foreignCores()
                                .filter(cores -> cores > foreign)
                                .map(cores -> said("other processes used %.2f cores (limit %.2f)", cores, foreign)),
                        seen.stallP99Nanos()
                                .filter(nanos -> nanos > stallNanos)
                                .map(nanos -> said(
                                        "it stood still for %.1f ms at the 99th percentile (limit %.1f ms)",
                                        nanos / 1e6, stallNanos / 1e6)))
                .flatMap(Optional::stream)
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(what + ": " + String.join("; ", reasons));
    }

    private static String said(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
