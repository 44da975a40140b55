package dev.joust.compare.report;

/** What the work of a scenario mostly does. */
public enum WorkloadKind {
    CPU_BOUND("CPU-bound"),
    IO_BOUND("I/O-bound"),
    /** Computation and waiting. */
    MIXED("mixed"),
    /** Computation outside the interpreter lock. */
    NATIVE("native");

    private final String word;

    WorkloadKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
