package dev.joust.compare.machine;

/**
 * Context switches.
 *
 * @param voluntary the thread waited for something
 * @param involuntary the thread could have gone on and was preempted
 */
public record ContextSwitches(long voluntary, long involuntary) {
    static final ContextSwitches NONE = new ContextSwitches(0, 0);

    ContextSwitches plus(ContextSwitches other) {
        return new ContextSwitches(voluntary + other.voluntary, involuntary + other.involuntary);
    }

    /** The switches since an earlier count. All of them where that count is higher: then it was another thread's. */
    ContextSwitches since(ContextSwitches earlier) {
        return earlier.voluntary > voluntary || earlier.involuntary > involuntary
                ? this
                : new ContextSwitches(voluntary - earlier.voluntary, involuntary - earlier.involuntary);
    }
}
