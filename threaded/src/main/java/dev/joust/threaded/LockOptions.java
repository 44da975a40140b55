package dev.joust.threaded;

import dev.joust.trial.Options;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The options of the models behind an {@link InterpreterLock}: {@code interval}, the switch interval, 5ms unless given, at least 1us;
 * {@code forced}, whether switching is forced, true unless given as false; {@code handoff}, which waiter is told that the lock is free,
 * {@code glibc} unless given as {@code fifo}; and {@code window}, see {@link HandoverPolicy.Glibc}, 1us unless given, with {@code glibc} only.
 */
public record LockOptions(Duration interval, boolean forced, HandoverPolicy handOff) {
    /** Of what was tried, the one with which every gated row of the table of fidelity was held; compare/decisions/0009. */
    private static final Duration WINDOW = Duration.ofNanos(1_000);

    private static final String[] NAMES = {"interval", "forced", "handoff", "window"};

    /** The names of these options and of the model's own others. */
    public static String[] namesWith(String... others) {
        return Stream.concat(Stream.of(NAMES), Stream.of(others)).toArray(String[]::new);
    }

    /**
     * As given.
     *
     * @throws IllegalArgumentException when one has no such value, or does not go with another
     */
    public static LockOptions of(Options options) {
        return new LockOptions(
                options.duration("interval", Duration.ofNanos(1_000), Duration.ofMillis(5)),
                options.flag("forced", true),
                handOff(options));
    }

    private static HandoverPolicy handOff(Options options) {
        return switch (options.oneOf("handoff", "glibc", "fifo")) {
            case "fifo" -> {
                options.without("window", "handoff is fifo");
                yield new HandoverPolicy.Fifo();
            }
            default -> new HandoverPolicy.Glibc(options.duration("window", Duration.ZERO, WINDOW));
        };
    }

    /** A lock that nobody holds. */
    public InterpreterLock lock() {
        return new InterpreterLock(interval, forced, handOff);
    }
}
