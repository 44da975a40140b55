package dev.joust.compare.process;

import dev.joust.compare.machine.ChildProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The processes that this JVM has started. They end with it; after SIGKILL because their standard input ends. */
public final class RunningChildren {
    public static final ChildProcesses RUNNING = ChildProcesses.endedAtExit();

    private static final System.Logger LOG = System.getLogger(RunningChildren.class.getName());

    private RunningChildren() {}

    /** Closes the child's standard input and waits for its normal exit. False when it is late or fails. */
    public static boolean exitsWithin(Process child, Duration limit) throws IOException, InterruptedException {
        child.getOutputStream().close();
        return child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && child.exitValue() == 0;
    }

    /** Asks a child to exit by closing its standard input. Ends it and its own children if it does not. */
    public static void stop(Process child) {
        try (var input = child.getOutputStream()) {
            input.flush();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the child has closed its input already", e);
        }
        try {
            child.waitFor(ChildProcesses.TERMINATION_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var left = ChildProcesses.end(child.toHandle(), ChildProcesses.TERMINATION_LIMIT);
        if (!left.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "these processes cannot be ended: {0}", left);
        }
    }
}
