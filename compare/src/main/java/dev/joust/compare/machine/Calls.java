package dev.joust.compare.machine;

/**
 * System calls that read or wrote: files, pipes and sockets alike. Others, those that wait among them, are not counted by any system from
 * outside.
 */
public record Calls(long reads, long writes) {
    static final Calls NONE = new Calls(0, 0);

    /** Both. */
    public long total() {
        return reads + writes;
    }

    Calls plus(Calls other) {
        return new Calls(reads + other.reads, writes + other.writes);
    }

    Calls since(Calls earlier) {
        return new Calls(reads - earlier.reads, writes - earlier.writes);
    }
}
