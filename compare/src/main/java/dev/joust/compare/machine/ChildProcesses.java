package dev.joust.compare.machine;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The processes that we started and that must not outlive us. Thread-safe.
 *
 * <p>Closing a child's standard input, which asks it to stop in its own way, is the caller's; this is for what then still lives.
 */
public final class ChildProcesses implements AutoCloseable {
    /** How long an ending may take. */
    public static final Duration BOUND = Duration.ofSeconds(2);

    private final Set<ProcessHandle> running = new HashSet<>();
    private boolean closed;

    /** Ended with this JVM at the latest: on a normal exit, on Ctrl-C and on SIGTERM. */
    public static ChildProcesses endedAtExit() {
        var children = new ChildProcesses();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("end children").unstarted(children::close));
        return children;
    }

    /** Takes charge of a child until it ends. Once closed, ends it at once, since no more is to start while we shut down. */
    public <P extends Process> P add(P child) {
        boolean late;
        synchronized (running) {
            late = closed;
            running.add(child.toHandle());
        }
        child.onExit().thenRun(() -> remove(child.toHandle()));
        if (late) {
            // Without asking: the JVM may halt at any moment now, and a child that was stopped to be asked would stay
            // stopped.
            ProcessTermination.atOnce(child.toHandle(), BOUND);
        }
        return child;
    }

    /**
     * Whether this is closed, now or soon: a signal to a whole group of processes may end a child before we hear of it ourselves.
     *
     * @param soon how long to wait for it
     */
    public boolean closedWithin(Duration soon) throws InterruptedException {
        long end = System.nanoTime() + soon.toNanos();
        synchronized (running) {
            for (long left = soon.toMillis(); !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                running.wait(left);
            }
            return closed;
        }
    }

    /** Ends all children that still live, with their descendants. */
    @Override
    public void close() {
        Collection<ProcessHandle> left;
        synchronized (running) {
            closed = true;
            left = List.copyOf(running);
            running.notifyAll();
        }
        ProcessTermination.of(left, BOUND);
    }

    /**
     * Ends a process and all of its descendants: politely for half of the time, then forcibly. Interrupting it shortens the polite half;
     * the flag stays set.
     *
     * @return those that still live after {@code bound}: none, but for what the operating system refuses to end
     */
    public static List<Long> end(ProcessHandle root, Duration bound) {
        return ProcessTermination.of(List.of(root), bound);
    }

    private void remove(ProcessHandle child) {
        synchronized (running) {
            running.remove(child);
        }
    }
}
