package dev.joust.compare.machine;

/**
 * System calls that read or wrote files, pipes and sockets. No system counts other calls from outside, such as those
 * that wait.
 */
public record IoCalls(long reads, long writes) {
    static final IoCalls NONE = new IoCalls(0, 0);

    /** Reads and writes. */
    public long total() {
        return reads + writes;
    }

    IoCalls plus(IoCalls other) {
        return new IoCalls(reads + other.reads, writes + other.writes);
    }

    IoCalls since(IoCalls earlier) {
        return new IoCalls(reads - earlier.reads, writes - earlier.writes);
    }
}
