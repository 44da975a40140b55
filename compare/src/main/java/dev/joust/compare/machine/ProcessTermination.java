package dev.joust.compare.machine;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Ends processes and all of their descendants: asks them, waits, then kills them.
 *
 * <p>An orphan is no descendant any more, so the family is collected before any of it is asked. A family that forks
 * meanwhile could escape: a shell that was ended as it started left its child behind in two of three runs. So before
 * each step the family is suspended until a search finds no new member. It resumes with the request to end pending.
 * Where processes cannot be suspended, one that forks between the search and the kill can escape.
 */
final class ProcessTermination {
    private static final long POLL_MILLIS = 2;
    private static final Duration SUSPENSION_LIMIT = Duration.ofMillis(400);

    private final Set<ProcessHandle> family = new LinkedHashSet<>();
    private final long beginNanos = System.nanoTime();
    private boolean interrupted;

    private ProcessTermination(Collection<ProcessHandle> roots) {
        family.addAll(roots);
    }

    /** Ends the processes. Returns those that still live at the limit: none, unless the system refuses to end them. */
    static List<Long> end(Collection<ProcessHandle> roots, Duration limit) {
        var termination = new ProcessTermination(roots);
        termination.ask();
        termination.await(limit.dividedBy(2));
        termination.kill();
        while (!termination.living().isEmpty() && termination.within(limit)) {
            termination.pause();
            termination.kill();
        }
        if (termination.interrupted) {
            Thread.currentThread().interrupt();
        }
        return termination.living().stream().map(ProcessHandle::pid).toList();
    }

    private void ask() {
        suspendAll();
        living().forEach(ProcessHandle::destroy);
        living().forEach(ProcessSuspension::resume);
    }

    private void kill() {
        suspendAll();
        living().forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Waits for processes that were asked. They may start others meanwhile. An interrupt ends the wait, not the
     * termination.
     */
    private void await(Duration limit) {
        while (!living().isEmpty() && within(limit) && !interrupted) {
            collect();
            pause();
        }
    }

    /**
     * Suspends the family until no member is new. Bounded: a parent in vfork does not stop before its child goes on.
     */
    private void suspendAll() {
        long begin = System.nanoTime();
        int known;
        do {
            known = family.size();
            boolean allSuspended = suspended();
            collect();
            if (allSuspended && family.size() == known) {
                return;
            }
            living().forEach(ProcessSuspension::suspend);
            if (!suspended()) {
                pause();
            }
        } while (System.nanoTime() - begin < SUSPENSION_LIMIT.toNanos());
    }

    private void collect() {
        for (var process : List.copyOf(family)) {
            process.descendants().forEach(family::add);
        }
    }

    private boolean suspended() {
        return living().stream().allMatch(process -> PidStat.of(ProcFs.SYSTEM, process.pid())
                .map(stat -> stat.state() == PidStat.ProcessState.STOPPED)
                .orElse(true));
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    private boolean within(Duration limit) {
        return System.nanoTime() - beginNanos < limit.toNanos();
    }

    // A zombie has ended. Its parent may never wait for it, for example as the first process of a container.
    private List<ProcessHandle> living() {
        return family.stream()
                .filter(process -> PidStat.of(ProcFs.SYSTEM, process.pid())
                        .map(stat -> !stat.zombie())
                        .orElse(true))
                // last: a process that was reaped in between has no state and does not live
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}
