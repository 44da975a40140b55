package dev.joust.processes;

import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The options of the models that have workers: {@code threads} of each worker, 1 unless given; {@code ahead}, how many short units may lie
 * ready at a worker beside the one it does, 64 unless given; {@code queue}, how many units may wait before callers do, 10000 unless given;
 * {@code deadline}, how long a worker may be at a unit, 60s unless given; {@code retry}, the classes of work, by name, of which a unit is
 * given to another worker when one ends in the midst of it, none unless given; {@code spin}, how long a worker that has nothing to do looks for its
 * next order before it sleeps, 50us unless given; {@code inline}, in bytes: longer payloads go by shared memory, 2048 unless given.
 *
 * @param retry names of classes of work
 */
record PoolOptions(Capacity capacity, int queue, Duration deadline, Set<String> retry, Duration spin, int inline) {
    private static final String[] NAMES = {"threads", "ahead", "queue", "deadline", "retry", "spin", "inline"};
    private static final int MOST_THREADS = 1024;

    /** Orders to a worker must fit into an empty pipe, so that nobody waits for it who writes: 21 bytes each, and a pipe has a page at least. */
    private static final int MOST_AHEAD = 128;

    private static final int MOST_INLINE = 1 << 19;

    /** By measuring: compare/decisions/0013. */
    private static final int USUALLY_INLINE = 2 << 10;

    static final PoolOptions USUAL = of(new Options("processes", Map.of()));

    /**
     * As given.
     *
     * @throws IllegalArgumentException when there is an unknown one, or one has no such value
     */
    static PoolOptions of(String model, Setup setup) {
        return of(new Options(model, setup.options()).known(NAMES));
    }

    private static PoolOptions of(Options options) {
        return new PoolOptions(
                new Capacity(options.number("threads", 1, MOST_THREADS, 1), options.number("ahead", 0, MOST_AHEAD, 64)),
                options.number("queue", 1, Integer.MAX_VALUE, 10_000),
                options.duration("deadline", Duration.ofMillis(1), Duration.ofSeconds(60)),
                Set.copyOf(options.words("retry")),
                options.duration("spin", Duration.ZERO, Duration.ofNanos(50_000)),
                options.number("inline", 0, MOST_INLINE, USUALLY_INLINE));
    }
}
