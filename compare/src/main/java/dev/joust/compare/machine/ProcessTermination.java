package dev.joust.compare.machine;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Ends processes with all of their descendants: asks, waits, then kills.
 *
 * <p>An orphan is nobody's descendant any more, so the family is collected before one of it is touched. And a family that is asked while it
 * forks outruns the collector: a shell that was ended as it started left its child behind in two runs of three. So they are stopped
 * before each step until no look finds a new one, and go on with the request to end pending. Where processes cannot be stopped,
 * the instant between a look and a kill stays open.
 */
final class ProcessTermination {
    private static final long LOOK_MILLIS = 2;
    private static final Duration STANDSTILL = Duration.ofMillis(100);

    private final Set<ProcessHandle> family = new LinkedHashSet<>();
    private final long beginNanos = System.nanoTime();
    private boolean interrupted;

    private ProcessTermination(Collection<ProcessHandle> roots) {
        family.addAll(roots);
    }

    /** Those that still live when the time is up; none, unless the system refuses to end them. */
    static List<Long> of(Collection<ProcessHandle> roots, Duration bound) {
        var ending = new ProcessTermination(roots);
        ending.ask();
        ending.await(bound.dividedBy(2));
        ending.kill();
        while (!ending.living().isEmpty() && ending.within(bound)) {
            ending.look();
            ending.kill();
        }
        if (ending.interrupted) {
            Thread.currentThread().interrupt();
        }
        return ending.living().stream().map(ProcessHandle::pid).toList();
    }

    /** Kills a process and its descendants without asking them. */
    static void atOnce(ProcessHandle root, Duration bound) {
        var ending = new ProcessTermination(List.of(root));
        do {
            ending.kill();
            ending.look();
        } while (!ending.living().isEmpty() && ending.within(bound));
        if (ending.interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        standStill();
        living().forEach(ProcessHandle::destroy);
        living().forEach(ProcessSuspension::resume);
    }

    private void kill() {
        standStill();
        living().forEach(ProcessHandle::destroyForcibly);
    }

    /** An interrupt cuts the politeness short, not the ending. Who was asked may start others on the way out. */
    private void await(Duration bound) {
        while (!living().isEmpty() && within(bound) && !interrupted) {
            collect();
            look();
        }
    }

    /** Stops the family, until all have stopped and none is new. Bounded: a parent in vfork does not stop before its child goes on. */
    private void standStill() {
        long begin = System.nanoTime();
        int known;
        do {
            known = family.size();
            boolean still = stopped();
            collect();
            if (still && family.size() == known) {
                return;
            }
            living().forEach(ProcessSuspension::stop);
            if (!stopped()) {
                look();
            }
        } while (System.nanoTime() - begin < STANDSTILL.toNanos());
    }

    private void collect() {
        for (var process : List.copyOf(family)) {
            process.descendants().forEach(family::add);
        }
    }

    private boolean stopped() {
        return living().stream().allMatch(process -> PidStat.of(ProcFs.SYSTEM, process.pid())
                .map(stat -> stat.state() == PidStat.State.STOPPED)
                .orElse(true));
    }

    private void look() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    private boolean within(Duration bound) {
        return System.nanoTime() - beginNanos < bound.toNanos();
    }

    // a zombie has ended; whether its parent ever looks is not up to us, and as the first process of a container it may
    // never
    private List<ProcessHandle> living() {
        return family.stream()
                .filter(process -> PidStat.of(ProcFs.SYSTEM, process.pid())
                        .map(stat -> !stat.zombie())
                        .orElse(true))
                .filter(
                        ProcessHandle
                                ::isAlive) // last: one that is collected in between has no state, and does not live
                .toList();
    }
}
