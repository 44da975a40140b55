package dev.joust.processes;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.RunLock;
import dev.joust.blocking.StepInterpreter;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Outcome;
import dev.joust.trial.ThisRuntime;
import dev.joust.trial.Work;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * What a worker does with the messages of its parent. Each thread reads the next message itself and does what it says,
 * so a unit wakes one thread and not two. Several threads take turns at reading.
 */
final class WorkerLoop {
    /** A task with its class of work and the payloads that came with it. */
    private record ReceivedTask(
            ParentMessage.RunTask message, ParentMessage.WorkDefinition workClass, ByteBuffer payloads) {

        ByteBuffer nextPayload(int length) {
            var payload = payloads.slice(payloads.position(), length);
            payloads.position(payloads.position() + length);
            return payload;
        }
    }

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final FrameReader messages; // this and all below, but for the replies: of the thread that reads
    private final FrameWriter replies;
    private final Map<Integer, ParentMessage.WorkDefinition> workClasses = new HashMap<>();
    private final Queue<ParentMessage> pending = new ArrayDeque<>();
    private final Map<Integer, ByteBuffer> segments = new HashMap<>();
    private ByteBuffer payloads = NONE;
    private BegunMarker marker;
    private StepInterpreter interpreter;
    private LockedTask task;
    private Calibration calibration;
    private boolean singleThreaded;
    private long spinNanos;

    WorkerLoop(FrameReader messages, FrameWriter replies) {
        this.messages = messages;
        this.replies = replies;
    }

    /**
     * Reads the first message and says hello. Then as many threads as {@link ParentMessage.Begin} says can call {@link
     * #run}.
     *
     * @return empty when there was no message because the parent has ended
     */
    Optional<ParentMessage.Begin> begin() throws IOException {
        var first = next();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (!(first.get() instanceof ParentMessage.Begin begin)) {
            throw new BadFrameException("the first message must be Begin");
        }
        var setup = begin.setup();
        interpreter = new StepInterpreter(setup.service(), setup.slots(), setup.body(), RunLock.NONE);
        task = new LockedTask(setup.body(), RunLock.NONE);
        calibration = setup.body().calibration();
        singleThreaded = setup.slots() == 1;
        spinNanos = begin.spinNanos();
        replies.write(WorkerReplyCodec.encode(new WorkerReply.Greeting()));
        return Optional.of(begin);
    }

    /** Does units until there are no more messages. Each thread of the worker calls it once. */
    void run() throws IOException {
        for (var received = receive(); received.isPresent(); received = receive()) {
            long began = System.nanoTime();
            var outcome = execute(received.get());
            reply(new WorkerReply.TaskResult(received.get().message().tag(), System.nanoTime() - began, outcome));
        }
    }

    private void reply(WorkerReply.TaskResult result) throws IOException {
        byte[] frame = WorkerReplyCodec.encode(result);
        if (singleThreaded && marker != null && messages.ready()) {
            replies.holdBack(frame); // until the units that lie ready are done: a millisecond of work at most
        } else {
            replies.write(frame);
        }
    }

    private Outcome execute(ReceivedTask received) {
        var workClass = received.workClass();
        long seed = received.message().task().seed();
        try {
            return received.message().task() instanceof ParentMessage.StepTask
                    ? runStep(workClass.steps().getFirst(), seed, received)
                    : interpreter.run(
                            new Work(workClass.name(), seed, workClass.steps()),
                            payload -> received.nextPayload(payload.bytes()));
        } catch (RuntimeException e) { // an Error ends the worker: its state cannot be trusted any more
            return new Outcome.Failed(e.toString());
        }
    }

    private Outcome runStep(Step step, long seed, ReceivedTask received) {
        try {
            long result = step instanceof Step.Payload payload
                    ? task.digest(received.nextPayload(payload.bytes()))
                    : task.result(step, seed);
            return new Outcome.Done(result, 0, 0);
        } catch (IOException e) {
            return new Outcome.Failed(e.toString());
        }
    }

    private synchronized Optional<ReceivedTask> receive() throws IOException {
        for (var message = next(); message.isPresent(); message = next()) {
            // no switch over the types, here and below: see WorkerReplyCodec
            if (message.get() instanceof ParentMessage.RunTask runTask) {
                return receive(runTask);
            } else if (message.get() instanceof ParentMessage.WarmKernels(var kernels, var limit)) {
                int cold = new KernelWarmUp(calibration, kernels, limit).run();
                replies.write(WorkerReplyCodec.encode(new WorkerReply.KernelsWarmed(cold)));
            } else if (message.get() instanceof ParentMessage.TellTimes) {
                replies.write(WorkerReplyCodec.encode(new WorkerReply.Times(ThisRuntime.times())));
            } else if (message.get() instanceof ParentMessage.UseMarker(var file)) {
                marker = new BegunMarker(SharedMemory.open(file));
            } else if (message.get() instanceof ParentMessage.InlinePayloads(var bytes)) {
                payloads = joined(payloads, bytes);
            } else if (message.get() instanceof ParentMessage.SharedPayloads shared) {
                payloads = sharedPayloads(shared);
            } else {
                throw new BadFrameException("a message out of turn, where a unit was due");
            }
        }
        return Optional.empty();
    }

    /** Room grows in powers of two, as the pieces of long payloads come. */
    private static ByteBuffer joined(ByteBuffer before, ByteBuffer piece) {
        if (!before.hasRemaining()) {
            return piece;
        }
        int at = before.remaining();
        int length = at + piece.remaining();
        var all = before;
        if (before.capacity() < length) {
            int room = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, Long.highestOneBit(2L * length - 1)));
            all = ByteBuffer.allocate(room).put(before.duplicate()).flip();
        }
        all.limit(length).put(at, piece, piece.position(), piece.remaining());
        return all;
    }

    private Optional<ReceivedTask> receive(ParentMessage.RunTask message) throws IOException {
        if (marker != null) {
            marker.begin(message.tag());
        }
        var its = payloads;
        payloads = NONE;
        return workClass(message.task().workClass()).map(known -> new ReceivedTask(message, known, its));
    }

    private ByteBuffer sharedPayloads(ParentMessage.SharedPayloads shared) throws IOException {
        if (!shared.file().isEmpty()) {
            segments.put(
                    shared.segment(), SharedMemory.open(Path.of(shared.file())).bytes());
        }
        var segment = segments.get(shared.segment());
        if (segment == null || shared.length() < 0 || shared.length() > segment.capacity()) {
            throw new BadFrameException(String.format(
                    Locale.ROOT,
                    "%d bytes of segment %d, which has %s",
                    shared.length(),
                    shared.segment(),
                    segment == null ? "none" : segment.capacity()));
        }
        return segment.slice(0, shared.length());
    }

    private Optional<ParentMessage> next() throws IOException {
        return pending.isEmpty() ? read() : Optional.of(pending.remove());
    }

    private Optional<ParentMessage> read() throws IOException {
        messages.spin(spinNanos);
        var content = messages.next();
        return content.isEmpty() ? Optional.empty() : Optional.of(ParentMessageCodec.decode(content.get()));
    }

    /** Asks for a class that is new. Messages that arrive before the reply are kept for later. */
    private Optional<ParentMessage.WorkDefinition> workClass(int id) throws IOException {
        var known = workClasses.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        replies.write(WorkerReplyCodec.encode(new WorkerReply.ClassRequest(id)));
        for (var message = read(); message.isPresent(); message = read()) {
            if (!(message.get() instanceof ParentMessage.WorkDefinition workClass)) {
                pending.add(message.get());
            } else if (workClass.id() == id) {
                workClasses.put(id, workClass);
                return Optional.of(workClass);
            } else {
                throw new BadFrameException(String.format(
                        Locale.ROOT, "the definition of class %d where that of class %d was due", workClass.id(), id));
            }
        }
        return Optional.empty();
    }
}
