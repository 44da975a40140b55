package dev.joust.compare.machine;

import java.util.Optional;

/**
 * The first process of a container, by its number on this machine. It descends from the container engine and not from
 * this JVM, so it counts as ours only where it is named.
 */
public final class ContainedProcess {
    private ContainedProcess() {}

    /** Whether this machine tells the CPU time of foreign processes, so that it matters which process is ours. */
    public static boolean matters() {
        return ProcFs.offered();
    }

    /**
     * The number, if that process of this machine is the container's. An engine in a virtual machine numbers the
     * processes in there, and the same number may be any process here.
     *
     * @param container its full id, which the engine gives to its control group
     * @param pid the number that the engine tells
     */
    public static Optional<Long> of(String container, long pid) {
        return of(ProcFs.SYSTEM, container, pid);
    }

    static Optional<Long> of(ProcFs proc, String container, long pid) {
        return proc.read(pid + "/cgroup")
                .filter(groups -> groups.contains(container))
                .map(groups -> pid);
    }
}
