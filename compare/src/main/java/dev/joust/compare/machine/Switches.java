package dev.joust.compare.machine;

/**
 * Context switches.
 *
 * @param voluntary the thread had to wait for something
 * @param involuntary the thread would have gone on, and was made to yield
 */
public record Switches(long voluntary, long involuntary) {
    static final Switches NONE = new Switches(0, 0);

    Switches plus(Switches other) {
        return new Switches(voluntary + other.voluntary, involuntary + other.involuntary);
    }

    /** What came since then; all of it where the earlier count is higher, since it was then another thread's. */
    Switches since(Switches earlier) {
        return earlier.voluntary > voluntary || earlier.involuntary > involuntary
                ? this
                : new Switches(voluntary - earlier.voluntary, involuntary - earlier.involuntary);
    }
}
