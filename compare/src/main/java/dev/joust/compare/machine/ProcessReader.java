package dev.joust.compare.machine;

import java.util.List;
import java.util.Optional;

/** Reads what the operating system tells about processes. */
interface ProcessReader {
    /** The root, if it lives, and then all of its descendants. */
    List<Long> tree(long root);

    /** Reads one process; empty when it has ended. */
    Optional<ProcessReading> read(long pid, ReadingDetail detail);

    /** The most exact source of this system. */
    static ProcessReader ofThisSystem() {
        return ProcFs.offered() ? new LinuxProcessReader(ProcFs.SYSTEM, CpuClock::nanos) : new OshiProcessReader();
    }
}
