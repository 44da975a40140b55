package dev.joust.trial;

/** Tells a listener of each whole second of a window that has passed. For the driver's thread. */
final class WindowSeconds {
    private static final long SECOND = 1_000_000_000;

    private final WindowListener listener;
    private long next;

    WindowSeconds(long start, WindowListener listener) {
        this.listener = listener;
        this.next = start + SECOND;
    }

    /** Time has come so far. Several seconds may have passed since the last call. */
    void reach(long now) {
        for (; now - next >= 0; next += SECOND) {
            listener.secondEnds();
        }
    }
}
