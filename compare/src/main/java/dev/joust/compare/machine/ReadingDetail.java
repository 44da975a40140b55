package dev.joust.compare.machine;

/** How much a reading of a process tree may cost. */
public enum ReadingDetail {
    /**
     * CPU time, switches, resident and peak memory, threads, open files: about 2 ms for 3 processes with 65 threads.
     */
    COUNTERS,
    /**
     * Proportional memory and sockets too. The kernel walks every mapping: that takes milliseconds per process and
     * delays the process, so not while a window runs.
     */
    EVERYTHING
}
