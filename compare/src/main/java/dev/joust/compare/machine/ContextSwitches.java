package dev.joust.compare.machine;

import java.util.Optional;

/**
 * Context switches, and the time between two of them in which a thread was ready and had no core.
 *
 * @param voluntary the thread waited for something
 * @param involuntary the thread could have gone on and was preempted
 * @param withoutCoreNanos how long the thread was ready and waited for a core; empty where the system does not tell, as
 *     in older sessions
 */
public record ContextSwitches(long voluntary, long involuntary, Optional<Long> withoutCoreNanos) {
    static final ContextSwitches NONE = new ContextSwitches(0, 0, Optional.of(0L));

    /** Without the time in which threads had no core. */
    public ContextSwitches(long voluntary, long involuntary) {
        this(voluntary, involuntary, Optional.empty());
    }

    ContextSwitches plus(ContextSwitches other) {
        return new ContextSwitches(
                voluntary + other.voluntary,
                involuntary + other.involuntary,
                withoutCoreNanos.flatMap(some -> other.withoutCoreNanos.map(more -> some + more)));
    }

    /** The switches since an earlier count. All of them where that count is higher: then it was another thread's. */
    ContextSwitches since(ContextSwitches earlier) {
        return earlier.voluntary > voluntary || earlier.involuntary > involuntary
                ? this
                : new ContextSwitches(
                        voluntary - earlier.voluntary,
                        involuntary - earlier.involuntary,
                        withoutCoreNanos.flatMap(
                                now -> earlier.withoutCoreNanos.map(before -> Math.max(0, now - before))));
    }
}
