package dev.joust.processes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
         * The worker has done these.
         *
         * @param more whether it is to have more
         * @return what it answered that it did not have
         */
        Optional<WorkerReply.Answer> answered(Worker worker, List<WorkerReply.Answer> answers, boolean more);

        /** The frame that defines a class of work. */
        byte[] definition(int id) throws BadFrameException;

        /** The worker's process is no more, or could not be forked. Called once, and last. */
        void left(Worker worker, String reason);
    }

    /**
     * How a worker comes to be.
     *
     * @param begin the frame of its first order
     * @param folder for files that it shares with its parent
     * @param inline longer payloads go by shared memory
     */
    record Birth(WorkerCommand command, byte[] begin, Path folder, int inline, Traffic traffic) {}

    /** Answers that came with one read are told together, but so many at most. */
    private static final int MOST_AT_ONCE = 256;

    private final Birth birth;
    private final SharedSegments segments;
    private final Owner owner;
    private final Thread thread;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile WorkerProcess process;
    private volatile String killedFor;
    private volatile BegunMarker mark;
    private boolean useful; // of the worker's own thread

    /** Not running yet. */
    Worker(String name, Birth birth, Owner owner) {
        this.birth = birth;
        this.segments = new SharedSegments(birth.folder());
        this.owner = owner;
        this.thread = new WorkerThread(name, this::live);
    }

    void start() {
        thread.start();
    }

    private void live() {
        String reason;
        try {
            reason = lifetime();
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

    private String lifetime() throws IOException, InterruptedException {
        process = new WorkerProcess(birth.command().fork(), birth.traffic(), thread.getName());
        if (killedFor != null) { // before there was anything to kill
            process.kill();
        }
        process.order(birth.begin());
        var wrong = converse();
        var end = process.end(Optional.ofNullable(killedFor).or(() -> wrong));
        segments.delete(); // the worker does, unless it came to its end before
        if (mark != null) {
            mark.memory().delete();
        }
        return end;
    }

    /** Until the worker's output ends, or something is wrong with it. */
    private Optional<String> converse() {
        boolean greeted = false;
        List<WorkerReply.Answer> answers = new ArrayList<>();
        try {
            for (var reply = process.reply(); reply.isPresent(); reply = process.reply()) {
                if (greeted == reply.get() instanceof WorkerReply.Hello) {
                    throw new BadFrameException(reply.get() + " out of turn");
                }
                greeted = true;
                hear(reply.get(), answers);
                if (!answers.isEmpty() && (!process.hasMore() || answers.size() == MOST_AT_ONCE)) {
                    tell(answers);
                }
            }
            return Optional.empty();
        } catch (BadFrameException | RuntimeException e) { // whatever it is, it ends this worker and not the parent
            owner.answered(this, answers, false); // those before it were in order
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void hear(WorkerReply reply, List<WorkerReply.Answer> answers) throws BadFrameException {
        switch (reply) {
            case WorkerReply.Hello h -> {
                settled.countDown();
                owner.joined(this);
            }
            case WorkerReply.Ask(int id) -> process.order(owner.definition(id));
            case WorkerReply.Answer answer -> answers.add(answer);
        }
    }

    private void tell(List<WorkerReply.Answer> answers) throws BadFrameException {
        useful = true;
        var told = List.copyOf(answers);
        told.forEach(answer -> segments.release(answer.tag()));
        answers.clear();
        var stranger = owner.answered(this, told, true);
        if (stranger.isPresent()) {
            throw new BadFrameException("it answered a unit that it was not given: " + stranger.get());
        }
    }

    /**
     * Writes orders with one write. It cannot block: all that may lie ready at a worker, 129 orders of 21 bytes, is shorter than a page, the
     * least that Linux gives a pipe. Definitions, which may be longer, are written by the worker's own thread. A payload can block its
     * writer for as long as the worker takes to read it, or until it is ended at its deadline.
     *
     * @param marked whether more than one may be under way, which then must be told apart at the worker's end; on the worker's thread
     */
    void give(List<Assignments.Given> given, boolean marked) {
        if (given.isEmpty()) {
            return;
        }
        var orders = new ByteArrayOutputStream();
        if (marked && mark == null) {
            orders.writeBytes(marked(given.getFirst().tag() - 1));
        }
        for (var one : given) {
            if (!one.job().payloads().isEmpty()) {
                orders.writeBytes(payloads(one));
            }
            orders.writeBytes(ParentMessageCodec.encode(
                    new ParentMessage.Given(one.tag(), one.job().assignment())));
        }
        process.order(orders.toByteArray());
    }

    private byte[] payloads(Assignments.Given one) {
        var payloads = one.job().payloads();
        int length = payloads.stream().mapToInt(payload -> payload.length).sum();
        if (length <= birth.inline()) {
            var all = ByteBuffer.allocate(length);
            payloads.forEach(all::put);
            return ParentMessageCodec.encode(new ParentMessage.Body(all.flip()));
        }
        try {
            return ParentMessageCodec.encode(segments.put(one.tag(), payloads, length));
        } catch (IOException e) {
            kill("there is no memory to share with it: " + e);
            return new byte[0];
        }
    }

    private byte[] marked(int begun) {
        try {
            mark = BegunMarker.made(birth.folder(), begun);
            return ParentMessageCodec.encode(
                    new ParentMessage.Mark(mark.memory().file()));
        } catch (IOException e) {
            kill("there is no memory to share with it: " + e);
            return new byte[0];
        }
    }

    /** The tag of the last unit that it has begun, as far as is known: without a mark, all that it was given. */
    int begun() {
        return mark == null ? Integer.MAX_VALUE : mark.begun();
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
