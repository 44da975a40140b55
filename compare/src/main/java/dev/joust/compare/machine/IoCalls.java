package dev.joust.compare.machine;

/**
 * System calls that read or wrote: files, pipes and sockets alike. Others, those that wait among them, are not counted by any system from
 * outside.
 */
public record IoCalls(long reads, long writes) {
    static final IoCalls NONE = new IoCalls(0, 0);

    /** Both. */
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
