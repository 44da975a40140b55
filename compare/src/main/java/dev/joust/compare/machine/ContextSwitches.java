package dev.joust.compare.machine;

/**
 * Context switches.
 *
 * @param voluntary the thread had to wait for something
 * @param involuntary the thread would have gone on, and was made to yield
 */
public record ContextSwitches(long voluntary, long involuntary) {
    static final ContextSwitches NONE = new ContextSwitches(0, 0);

    ContextSwitches plus(ContextSwitches other) {
        return new ContextSwitches(voluntary + other.voluntary, involuntary + other.involuntary);
    }

    /** What came since then; all of it where the earlier count is higher, since it was then another thread's. */
    ContextSwitches since(ContextSwitches earlier) {
        return earlier.voluntary > voluntary || earlier.involuntary > involuntary
                ? this
                : new ContextSwitches(voluntary - earlier.voluntary, involuntary - earlier.involuntary);
    }
}
