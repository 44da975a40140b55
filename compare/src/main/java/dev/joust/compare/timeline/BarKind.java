package dev.joust.compare.timeline;

/** What a thread does during a bar. The lock is one level of a row, the work the other: a step may need the lock. */
public enum BarKind {
    HOLDS("holds the lock", true),
    WAITS("waits for a lock", true),
    RUNS("runs a step", false),
    AWAITS("awaits an answer or a timer", false),
    PARKED("parked", false);

    private final String words;
    private final boolean lock;

    BarKind(String words, boolean lock) {
        this.words = words;
        this.lock = lock;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether it tells of a lock; else of the work. */
    public boolean lock() {
        return lock;
    }
}
