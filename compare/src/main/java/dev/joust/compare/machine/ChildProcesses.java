package dev.joust.compare.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The processes that this JVM started and that must not outlive it. Thread-safe.
 *
 * <p>A caller first closes a child's standard input, which asks the child to stop. This class ends what still lives
 * afterwards.
 */
public final class ChildProcesses implements AutoCloseable {
    /** How long it may take to end processes. */
    public static final Duration TERMINATION_LIMIT = Duration.ofSeconds(2);

    private final Set<ProcessHandle> running = new HashSet<>();
    private boolean closed;

    /** Children that end with this JVM at the latest: on a normal exit, on Ctrl-C and on SIGTERM. */
    public static ChildProcesses endedAtExit() {
        var children = new ChildProcesses();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("end children").unstarted(children::close));
        return children;
    }

    /**
     * Starts a child and takes charge of it until it ends.
     *
     * @throws InterruptedException when this is closed: the program is being stopped, and its JVM may halt before it
     *     has ended a child that starts now
     */
    public Process start(ProcessBuilder builder) throws IOException, InterruptedException {
        Process child;
        synchronized (running) { // so that a close sees the child, or the start sees the close
            if (closed) {
                throw new InterruptedException("the program is being stopped");
            }
            child = builder.start();
            running.add(child.toHandle());
        }
        child.onExit().thenRun(() -> remove(child.toHandle()));
        return child;
    }

    /**
     * Whether this is closed, or will be within a grace period. A signal to a process group may end a child before this
     * JVM handles the signal.
     *
     * @param grace how long to wait for it
     */
    public boolean closedWithin(Duration grace) throws InterruptedException {
        long end = System.nanoTime() + grace.toNanos();
        synchronized (running) {
            for (long left = grace.toMillis(); !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                running.wait(left);
            }
            return closed;
        }
    }

    /** Ends all children that still live, and their descendants. */
    @Override
    public void close() {
        Collection<ProcessHandle> left;
        synchronized (running) {
            closed = true;
            left = List.copyOf(running);
            running.notifyAll();
        }
        ProcessTermination.end(left, TERMINATION_LIMIT);
    }

    /**
     * Ends a process and all of its descendants: politely for half of the time, then forcibly. An interrupt shortens
     * the polite half, and the flag stays set.
     *
     * @return the processes that still live after {@code limit}: none, except those that the operating system refuses
     *     to end
     */
    public static List<Long> end(ProcessHandle root, Duration limit) {
        return ProcessTermination.end(List.of(root), limit);
    }

    private void remove(ProcessHandle child) {
        synchronized (running) {
            running.remove(child);
        }
    }
}
