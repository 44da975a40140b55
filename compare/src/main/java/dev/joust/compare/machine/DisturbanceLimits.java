package dev.joust.compare.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Limits up to which a machine counts as undisturbed. They are fixed once, before the first block, and written in the
 * session.
 *
 * <p>Each limit is twice what the machine showed at rest, and at least a floor. Our own load does not cause steal and
 * foreign CPU time, but it does cause late wake-ups. On two cores, 8 to 64 computing threads of our own delayed the
 * monitor by 100 to 240 ms at the 99th percentile. So no fixed limit on them is sound, and they are reported and not
 * judged. The stall is judged: the part of the lateness that was not the wait for a core. It was 0.10 to 0.15 ms with
 * and without such load, with 20 competing threads. It passes its floor of 10 ms only when the machine stood still for
 * more than a hundredth of the block.
 *
 * @param rest the disturbance of the machine at rest
 */
public record DisturbanceLimits(Disturbance rest, double stealLimit, double foreignLimit, long stallLimitNanos) {
    static final double STEAL_FLOOR = 0.01;
    static final double FOREIGN_FLOOR = 0.10;
    static final long STALL_FLOOR_NANOS = 10_000_000;
    static final int FACTOR = 2;

    /** The limits for a machine with this disturbance at rest. */
    public static DisturbanceLimits calibrated(Disturbance rest) {
        return new DisturbanceLimits(
                rest,
                Math.max(STEAL_FLOOR, FACTOR * rest.stealShare().orElse(0.0)),
                Math.max(FOREIGN_FLOOR, FACTOR * rest.foreignCores().orElse(0.0)),
                Math.max(STALL_FLOOR_NANOS, FACTOR * rest.stallP99Nanos().orElse(0L)));
    }

    /** Why a block with this disturbance must not be judged, in one sentence; empty when it may be judged. */
    public Optional<String> objection(Disturbance seen) {
        return beyond("the machine was disturbed", seen, stealLimit, foreignLimit, stallLimitNanos);
    }

    /**
     * Why the limits are wider than the floors, in one sentence: the machine was not at rest. Empty when they are not.
     */
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
                                .map(share -> text(
                                        "%.1f %% of its CPU time was stolen (limit %.1f %%)",
                                        share * 100, steal * 100)),
                        seen.foreignCores()
                                .filter(cores -> cores > foreign)
                                .map(cores -> text("other processes used %.2f cores (limit %.2f)", cores, foreign)),
                        seen.stallP99Nanos()
                                .filter(nanos -> nanos > stallNanos)
                                .map(nanos -> text(
                                        "it stood still for %.1f ms at the 99th percentile (limit %.1f ms)",
                                        nanos / 1e6, stallNanos / 1e6)))
                .flatMap(Optional::stream)
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(what + ": " + String.join("; ", reasons));
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
