package dev.joust.compare.process;

import dev.joust.compare.machine.ChildProcesses;
import dev.joust.trial.Json;
import dev.joust.trial.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One process in which a model is a server. Closing it ends the process. For one thread. */
public record ServerProcess(JsonLineProcess<Message> child) implements EndingProcess, AutoCloseable {
    private static final JsonLineProcess.Protocol<Message> PROTOCOL =
            new JsonLineProcess.Protocol<>("server process", Message.class, "message of the trial protocol");

    /** How long a server that answers requests may take to answer the referee. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    /**
     * Starts the process.
     *
     * @throws InterruptedException when this program is being stopped
     */
    public static ServerProcess start(List<String> command) throws IOException, InterruptedException {
        return start(command, RunningChildren.RUNNING);
    }

    /**
     * Starts the process among these children.
     *
     * @throws InterruptedException when they are closed
     */
    public static ServerProcess start(List<String> command, ChildProcesses children)
            throws IOException, InterruptedException {
        return new ServerProcess(JsonLineProcess.start(command, PROTOCOL, children));
    }

    /**
     * Sends the order and waits until the model answers requests.
     *
     * @return where it listens
     * @throws TrialFailure when the process fails, ends early, prints a line that is no message, or takes too long
     */
    public Message.Serving serve(Message.Serve order, Duration limit) throws TrialFailure, InterruptedException {
        child.send(order);
        return next(Message.Serving.class, limit);
    }

    /**
     * Has the server take its own reading at a mark of the window.
     *
     * @throws TrialFailure as of {@link #serve}
     */
    public void mark(boolean start) throws TrialFailure, InterruptedException {
        child.send(new Message.MarkWindow(start));
        next(Message.Marked.class, ANSWER_LIMIT);
    }

    /**
     * Tells the server that no more requests follow, and returns what it counted.
     *
     * @throws TrialFailure as of {@link #serve}
     */
    public Message.Served finish() throws TrialFailure, InterruptedException {
        child.send(new Message.Finish());
        return next(Message.Served.class, ANSWER_LIMIT);
    }

    private <T extends Message> T next(Class<T> awaited, Duration limit) throws TrialFailure, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var heard = child.next(deadline - System.nanoTime());
            if (heard.isEmpty()) {
                throw child.failure(String.format(
                        Locale.ROOT,
                        "the server process (pid %d) did not say '%s' within %d s",
                        pid(),
                        awaited.getSimpleName().toLowerCase(Locale.ROOT),
                        limit.toSeconds()));
            }
            var message = heard.get();
            if (awaited.isInstance(message)) {
                return awaited.cast(message);
            }
            if (message instanceof Message.OrderFailed(String reason)) {
                throw child.failure(reason);
            }
            if (!(message instanceof Message.Hello)) {
                throw child.unexpected(Json.line(message));
            }
        }
    }

    @Override
    public boolean endsWithin(Duration limit) throws InterruptedException {
        return child.endsWithin(limit);
    }

    /** Waits for the end of the process, however long that takes. */
    public void awaitEnd() throws InterruptedException {
        child.awaitEnd();
    }

    public long pid() {
        return child.pid();
    }

    /** The end of its standard error until now. */
    public String log() {
        return child.log();
    }

    @Override
    public void close() {
        child.close();
    }
}
