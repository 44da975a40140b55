package dev.joust.compare.machine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much CPU time the machine has used, and our processes of it. */
@FunctionalInterface
interface CpuAccount {
    /** The account until now; empty where the operating system does not tell all of it. */
    Optional<CpuReading> read();

    /** The account of this machine, and of this JVM with all of its descendants. */
    static CpuAccount ofThisMachine() {
        return ofThisMachine(Set.of());
    }

    /**
     * The same, with other processes that are ours. Only Linux keeps the time of processes that have ended.
     *
     * @param others processes that do not descend from this JVM; their descendants count too
     */
    static CpuAccount ofThisMachine(Set<Long> others) {
        if (!ProcFs.offered()) {
            return Optional::empty;
        }
        var roots = Stream.concat(Stream.of(ProcessHandle.current().pid()), others.stream())
                .collect(Collectors.toUnmodifiableSet());
        return new LinuxCpuAccount(ProcFs.SYSTEM, roots, CpuClock::nanos, System::nanoTime);
    }
}
