package dev.joust.compare.machine;

import java.util.List;
import java.util.Optional;

/** What the operating system tells of processes. */
interface Processes {
    /** The root, where it lives, and then all of its descendants. */
    List<Long> tree(long root);

    /** Empty when the process has ended. */
    Optional<ProcessUsage> read(long pid, Detail detail);

    /** The best source that this system has. */
    static Processes ofThisSystem() {
        return ProcFs.offered() ? new LinuxProcesses(ProcFs.SYSTEM, CpuClock::nanos) : new OshiProcesses();
    }
}
