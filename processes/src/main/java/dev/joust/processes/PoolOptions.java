package dev.joust.processes;

import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The options of a model that has workers:
 *
 * <ul>
 *   <li>{@code threads}: how many units each worker does at once, each on a thread of its own; 1 by default. There are
 *       as few workers as the slots then need.
 *   <li>{@code ahead}: how many short units may lie ready at a worker with one thread, 64 by default.
 *   <li>{@code deadline}: how long a unit may take before its worker is killed, 60s by default.
 *   <li>{@code retry}: names of classes of work. When a worker ends while it runs a unit of these, another worker gets
 *       the unit. None by default.
 *   <li>{@code spin}: how long an idle worker polls for its next unit before it sleeps, 50us by default.
 *   <li>{@code inline}: bytes of payload; longer payloads go through shared memory, 2048 by default.
 * </ul>
 *
 * @param retry names of classes of work
 */
record PoolOptions(WorkerCapacity capacity, Duration deadline, Set<String> retry, WireOptions wire) {
    /** How units reach a worker. */
    record WireOptions(Duration spin, int inlineBytes) {}

    static final Set<String> NAMES = Set.of("threads", "ahead", "deadline", "retry", "spin", "inline");
    private static final int MAX_THREADS = 1024;

    /**
     * What lies ready must fit into an empty pipe, so that no writer waits: 21 bytes each, and a pipe has a page at
     * least.
     */
    private static final int MAX_AHEAD = 128;

    private static final int MAX_INLINE_BYTES = 1 << 19;

    /** Measured: compare/decisions/0013. */
    private static final int DEFAULT_INLINE_BYTES = 2 << 10;

    static final PoolOptions DEFAULTS = of(new Options("processes", Map.of()), 1);

    /**
     * The options that a setup gives, and defaults for the others.
     *
     * @throws IllegalArgumentException when an option is unknown or its value is not allowed
     */
    static PoolOptions of(String model, Setup setup) {
        int threads = Math.min(threads(model, setup.options()), setup.slots());
        if (setup.slots() % threads != 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "slots of %s must be a multiple of option 'threads', which is %d, found %d",
                    model,
                    threads,
                    setup.slots()));
        }
        return of(new Options(model, setup.options()).known(NAMES), threads);
    }

    /** The threads of each worker that these options ask for. */
    static int threads(String model, Map<String, String> options) {
        return new Options(model, options).number("threads", 1, MAX_THREADS, 1);
    }

    /** How many workers hold this number of units at once. */
    int workers(int slots) {
        return slots / capacity.threads();
    }

    private static PoolOptions of(Options options, int threads) {
        return new PoolOptions(
                new WorkerCapacity(threads, options.number("ahead", 0, MAX_AHEAD, 64)),
                options.duration("deadline", Duration.ofMillis(1), Duration.ofSeconds(60)),
                Set.copyOf(options.words("retry")),
                new WireOptions(
                        options.duration("spin", Duration.ZERO, Duration.ofNanos(50_000)),
                        options.number("inline", 0, MAX_INLINE_BYTES, DEFAULT_INLINE_BYTES)));
    }
}
