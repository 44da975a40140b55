package dev.joust.compare.machine;

import java.util.List;
import java.util.Optional;

/** What the operating system tells of processes. */
interface ProcessReader {
    /** The root, where it lives, and then all of its descendants. */
    List<Long> tree(long root);

    /** Empty when the process has ended. */
    Optional<ProcessReading> read(long pid, ReadingDetail detail);

    /** The best source that this system has. */
    static ProcessReader ofThisSystem() {
        return ProcFs.offered() ? new LinuxProcessReader(ProcFs.SYSTEM, CpuClock::nanos) : new OshiProcessReader();
    }
}
