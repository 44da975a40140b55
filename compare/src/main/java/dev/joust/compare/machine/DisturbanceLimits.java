package dev.joust.compare.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Limits up to which a machine counts as undisturbed. They are what a machine must be for a comparison, and do not grow
 * with what it showed when the session began. A machine that is always beyond them cannot judge.
 *
 * <p>Threads that wake often cause some stolen time themselves: a hypervisor takes a while to give a core back that was
 * idle (compare/decisions/0039). So on few cores the limit is a twentieth of one core. It slows no thread by more than
 * that, which is the finest margin. A hundredth of all cores is more from the sixth core on.
 *
 * <p>Our own load does not cause foreign CPU time, but it does cause late wake-ups. On two cores, 8 to 64
 * computing threads of our own delayed the monitor by 100 to 240 ms at the 99th percentile. So no fixed limit on them
 * is sound, and they are reported and not judged. The stall is judged: the part of the lateness that was not the wait
 * for a core. It was 0.10 to 0.15 ms with and without such load, with 20 competing threads. It passes its limit of
 * 10 ms only when the machine stood still for more than a hundredth of the block.
 *
 * @param rest what disturbed the machine before the first block
 */
public record DisturbanceLimits(Disturbance rest, double stealLimit, double foreignLimit, long stallLimitNanos) {
    static final double MAX_STOLEN_CORES = 0.05;
    static final double MAX_STOLEN_SHARE = 0.01;
    static final double MAX_FOREIGN_CORES = 0.10;
    static final long MAX_STALL_NANOS = 10_000_000;

    /**
     * The limits of every session on a machine with so many cores.
     *
     * @param cores all that the machine has, whether or not this process may use them
     */
    public static DisturbanceLimits fixed(Disturbance rest, int cores) {
        double share = Math.max(MAX_STOLEN_SHARE, MAX_STOLEN_CORES / cores);
        return new DisturbanceLimits(rest, share, MAX_FOREIGN_CORES, MAX_STALL_NANOS);
    }

    /**
     * The limits of figures that rest on single wake-ups, such as the probes of the lock. What a hypervisor takes to
     * give an idle core back is part of such a figure, so it disturbs.
     */
    static DisturbanceLimits ofWakeUps(Disturbance rest) {
        return new DisturbanceLimits(rest, MAX_STOLEN_SHARE, MAX_FOREIGN_CORES, MAX_STALL_NANOS);
    }

    /** Why a block with this disturbance must not be judged, in one sentence; empty when it may be judged. */
    public Optional<String> objection(Disturbance seen) {
        return excess(seen).map(reasons -> "the machine was disturbed: " + reasons);
    }

    /** Each value that is beyond its limit, in one line; empty where none is. */
    public Optional<String> excess(Disturbance seen) {
        return beyond(seen, stealLimit, foreignLimit, stallLimitNanos);
    }

    /**
     * That the machine was not at rest when the session began, in one sentence; empty when it was. The limits of older
     * sessions grew with what disturbed them, so they do not count here.
     */
    public Optional<String> caution() {
        var narrowest =
                new DisturbanceLimits(rest, Math.min(stealLimit, MAX_STOLEN_CORES), MAX_FOREIGN_CORES, MAX_STALL_NANOS);
        return narrowest.excess(rest).map(reasons -> "the machine was not at rest when the session began: " + reasons);
    }

    private static Optional<String> beyond(Disturbance seen, double steal, double foreign, long stallNanos) {
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
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
