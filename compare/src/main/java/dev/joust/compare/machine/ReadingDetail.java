package dev.joust.compare.machine;

/** How much a reading of a process tree may cost. */
public enum ReadingDetail {
    /** All that is cheap: CPU time, switches, resident and peak memory, threads, open files. About 2 ms for 3 processes with 65 threads. */
    COUNTERS,
    /**
     * Proportional memory and sockets too. The kernel walks every mapping, which takes milliseconds a process, and holds up the
     * process that is read: not while a window runs.
     */
    EVERYTHING
}
