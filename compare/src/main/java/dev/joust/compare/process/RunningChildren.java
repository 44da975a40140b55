package dev.joust.compare.process;

import dev.joust.compare.machine.ChildProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The processes that this one has started. They end with it, however it ends; after SIGKILL because their input ends. */
public final class RunningChildren {
    public static final ChildProcesses RUNNING = ChildProcesses.endedAtExit();

    private static final System.Logger LOG = System.getLogger(RunningChildren.class.getName());

    private RunningChildren() {}

    /** Closes its standard input and waits until it has left of its own will, for what it writes at its end. */
    public static boolean leftWithin(Process child, Duration time) throws IOException, InterruptedException {
        child.getOutputStream().close();
        return child.waitFor(time.toMillis(), TimeUnit.MILLISECONDS) && child.exitValue() == 0;
    }

    /** Asks a child to leave, by the end of its input, and ends it with all of its own children when it does not. */
    public static void leave(Process child) {
        try (var input = child.getOutputStream()) {
            input.flush();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the child has closed its input already", e);
        }
        try {
            child.waitFor(ChildProcesses.BOUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var left = ChildProcesses.end(child.toHandle(), ChildProcesses.BOUND);
        if (!left.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "these processes cannot be ended: {0}", left);
        }
    }
}
