package dev.joust.processes;

import dev.joust.trial.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A worker as its parent sees it: one thread that forks it, reads its replies and tells of its end. */
final class Worker {
    /** Who is told, always on the worker's thread. */
    interface Owner {
        /** The worker said hello: it can have its first unit. Called at most once, and first. */
        void joined(Worker worker);

        /**
         * The worker has done the unit that it had.
         *
         * @return whether it had one
         */
        boolean answered(Worker worker, Outcome outcome);

        /** The frame that defines a class of work. */
        byte[] definition(int id) throws BadFrameException;

        /** The worker's process is no more, or could not be forked. Called once, and last. */
        void left(Worker worker, String reason);
    }

    private final Owner owner;
    private final Thread thread;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile WorkerProcess process;
    private volatile String killedFor;
    private boolean useful; // of the worker's own thread

    /** Not running yet. */
    Worker(String name, WorkerCommand command, byte[] begin, Traffic traffic, Owner owner) {
        this.owner = owner;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .unstarted(() -> live(() -> new WorkerProcess(command.fork(), traffic, name), begin));
    }

    private interface Fork {
        WorkerProcess process() throws IOException;
    }

    void start() {
        thread.start();
    }

    private void live(Fork fork, byte[] begin) {
        String reason;
        try {
            reason = lifetime(fork, begin);
        } catch (IOException e) {
            reason = "a worker cannot be forked: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = "interrupted while a worker ended";
            kill(reason);
        } finally {
            settled.countDown();
        }
        owner.left(this, reason);
    }

    private String lifetime(Fork fork, byte[] begin) throws IOException, InterruptedException {
        process = fork.process();
        if (killedFor != null) { // before there was anything to kill
            process.kill();
        }
        process.order(begin);
        var wrong = converse();
        return process.end(Optional.ofNullable(killedFor).or(() -> wrong));
    }

    /** Until the worker's output ends, or something is wrong with it. */
    private Optional<String> converse() {
        boolean greeted = false;
        try {
            for (var reply = process.reply(); reply.isPresent(); reply = process.reply()) {
                if (greeted == reply.get() instanceof Reply.Hello) {
                    throw new BadFrameException(reply.get() + " out of turn");
                }
                greeted = true;
                hear(reply.get());
            }
            return Optional.empty();
        } catch (BadFrameException | RuntimeException e) { // whatever it is, it ends this worker and not the parent
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void hear(Reply reply) throws BadFrameException {
        switch (reply) {
            case Reply.Hello h -> {
                settled.countDown();
                owner.joined(this);
            }
            case Reply.Ask(int id) -> process.order(owner.definition(id));
            case Reply.Answer(Outcome outcome) -> {
                useful = true;
                if (!owner.answered(this, outcome)) {
                    throw new BadFrameException("it answered a unit that it was not given: " + outcome);
                }
            }
        }
    }

    /**
     * Writes an order; only for a worker that has none. It cannot block: the worker has answered, so it has read, whatever
     * was written before, and 17 bytes fit into an empty pipe even when it is of the smallest kind (512 bytes by POSIX; Linux gives a
     * page to a user who has opened too many). Definitions, which may be longer, are written by the worker's own thread.
     */
    void give(Order.Assignment order) {
        process.order(OrderCodec.encode(order));
    }

    /** Whether it has answered a unit. On the worker's thread. */
    boolean useful() {
        return useful;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the worker has said hello or is no more; past the limit it is ended. */
    void awaitHello(Duration limit) {
        try {
            if (!settled.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                kill("it did not say hello within " + limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill("its starter was interrupted");
        }
    }

    /** Ends the process; the worker's thread then tells of it. */
    void kill(String reason) {
        killedFor = reason;
        var forked = process;
        if (forked != null) {
            forked.kill();
        }
    }

    /** Waits for the worker's thread to end; it does so after its process. */
    boolean join(Duration limit) throws InterruptedException {
        return thread == Thread.currentThread() || thread.join(limit);
    }

    boolean gone() {
        return thread.getState() == Thread.State.TERMINATED;
    }
}
