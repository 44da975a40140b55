package dev.joust.compare.machine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who uses the machine's cores. */
@FunctionalInterface
interface CpuAccount {
    /** Empty where the operating system does not tell all of it. */
    Optional<CpuReading> read();

    /** Of this machine and this JVM with all of its descendants. */
    static CpuAccount ofThisMachine() {
        return ofThisMachine(Set.of());
    }

    /**
     * The same, with others that are ours too. Only Linux keeps account of processes that have ended.
     *
     * @param others that do not descend from this JVM; with all of their descendants
     */
    static CpuAccount ofThisMachine(Set<Long> others) {
        if (!ProcFs.offered()) {
            return Optional::empty;
        }
        var roots = Stream.concat(Stream.of(ProcessHandle.current().pid()), others.stream())
                .collect(Collectors.toUnmodifiableSet());
        return new LinuxCpuAccount(ProcFs.SYSTEM, roots, CpuClock::nanos);
    }
}
