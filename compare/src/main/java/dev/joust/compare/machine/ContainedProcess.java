package dev.joust.compare.machine;

import java.util.Optional;

/**
 * The first process of a container, as this machine numbers it. It descends from the container engine, so it must be named to count as ours.
 */
public final class ContainedProcess {
    private ContainedProcess() {}

    /** Whether this machine tells strangers' CPU time at all. */
    public static boolean matters() {
        return ProcFs.offered();
    }

    /**
     * The number, if the process of that number here is the container's. An engine in a virtual machine counts the processes in there, and
     * its number may be anybody's here.
     *
     * @param container its whole identity, which the engine gives to its control group
     * @param pid as the engine says
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
