package dev.joust.compare.machine;

import java.util.Optional;

/** Who uses the machine's cores. */
@FunctionalInterface
interface CpuAccount {
    /** Empty where the operating system does not tell all of it. */
    Optional<CpuReading> read();

    /** Of this machine and this JVM with all of its descendants. Only Linux keeps account of processes that have ended. */
    static CpuAccount ofThisMachine() {
        return ProcFs.offered()
                ? new LinuxCpuAccount(ProcFs.SYSTEM, ProcessHandle.current().pid(), CpuClock::nanos)
                : Optional::empty;
    }
}
