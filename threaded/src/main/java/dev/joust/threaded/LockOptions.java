package dev.joust.threaded;

import dev.joust.trial.Options;
import java.time.Duration;
import java.util.Set;

/**
 * The options of the models behind an {@link InterpreterLock}.
 *
 * <ul>
 *   <li>{@code interval}: the switch interval, at least 1us; default 5ms.
 *   <li>{@code forced}: whether switching is forced; default true.
 *   <li>{@code handoff}: which waiter is woken when the lock becomes free, {@code glibc} or {@code fifo}; default
 *       {@code glibc}.
 *   <li>{@code window}: see {@link HandoverPolicy.Glibc}, with {@code glibc} only; default 1us.
 * </ul>
 */
public record LockOptions(Duration interval, boolean forced, HandoverPolicy handover) {
    private static final Duration MIN_INTERVAL = Duration.ofNanos(1_000);
    private static final Duration DEFAULT_INTERVAL = Duration.ofMillis(5);

    /** The names of these options. */
    public static final Set<String> NAMES = Set.of("interval", "forced", "handoff", "window");

    /**
     * Reads these options.
     *
     * @throws IllegalArgumentException when a value is not valid, or does not go with another
     */
    public static LockOptions of(Options options) {
        return new LockOptions(
                options.duration("interval", MIN_INTERVAL, DEFAULT_INTERVAL),
                options.flag("forced", true),
                handover(options));
    }

    private static HandoverPolicy handover(Options options) {
        return switch (options.oneOf("handoff", "glibc", "fifo")) {
            case "fifo" -> {
                options.refuse("window", "handoff is fifo");
                yield new HandoverPolicy.Fifo();
            }
            default ->
                new HandoverPolicy.Glibc(options.duration(
                        "window",
                        Duration.ZERO,
                        HandoverPolicy.Glibc.calibrated().window()));
        };
    }

    /** A free lock with these options. */
    public InterpreterLock newLock() {
        return new InterpreterLock(interval, forced, handover);
    }
}
