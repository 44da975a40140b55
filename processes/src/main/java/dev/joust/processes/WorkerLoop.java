package dev.joust.processes;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.RunLock;
import dev.joust.blocking.StepInterpreter;
import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * What a worker does with its orders. Each thread takes the next order from the wire itself and does it, so that a unit wakes one thread
 * and not two; several threads take turns at the wire.
 */
final class WorkerLoop {
    /** A unit with what it is and what came with it. */
    private record Assigned(ParentMessage.Given order, ParentMessage.Definition definition, ByteBuffer payloads) {

        /** The next of what came. */
        ByteBuffer payload(int length) {
            var payload = payloads.slice(payloads.position(), length);
            payloads.position(payloads.position() + length);
            return payload;
        }
    }

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final FrameReader orders; // and all below but the replies: of the thread whose turn it is at the wire
    private final FrameWriter replies;
    private final Map<Integer, ParentMessage.Definition> definitions = new HashMap<>();
    private final Queue<ParentMessage> pending = new ArrayDeque<>();
    private final Map<Integer, ByteBuffer> segments = new HashMap<>();
    private ByteBuffer payloads = NONE;
    private BegunMarker mark;
    private StepInterpreter interpreter;
    private LockedTask task;
    private boolean alone;
    private long spinNanos;

    WorkerLoop(FrameReader orders, FrameWriter replies) {
        this.orders = orders;
        this.replies = replies;
    }

    /**
     * Reads the first order and says hello; then units can be done, by as many threads as {@link ParentMessage.Begin} says.
     *
     * @return empty when there was none, for the parent has gone
     */
    Optional<ParentMessage.Begin> begin() throws IOException {
        var first = next();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (!(first.get() instanceof ParentMessage.Begin begin)) {
            throw new BadFrameException("the first order must be to begin");
        }
        var setup = begin.setup();
        interpreter = new StepInterpreter(setup.service(), setup.slots(), setup.body(), RunLock.NONE);
        task = new LockedTask(setup.body(), RunLock.NONE);
        alone = setup.slots() == 1;
        spinNanos = begin.spinNanos();
        replies.write(WorkerReplyCodec.encode(new WorkerReply.Hello()));
        return Optional.of(begin);
    }

    /** Does units until there are no more orders. For each of the threads. */
    void run() throws IOException {
        for (var assigned = take(); assigned.isPresent(); assigned = take()) {
            long began = System.nanoTime();
            var outcome = done(assigned.get());
            reply(new WorkerReply.Answer(assigned.get().order().tag(), System.nanoTime() - began, outcome));
        }
    }

    private void reply(WorkerReply.Answer answer) throws IOException {
        byte[] frame = WorkerReplyCodec.encode(answer);
        if (alone && mark != null && orders.ready()) {
            replies.holdBack(frame); // until what lies ready is done too: a millisecond's work at most
        } else {
            replies.write(frame);
        }
    }

    private Outcome done(Assigned assigned) {
        var definition = assigned.definition();
        try {
            var assignment = assigned.order().assignment();
            return assignment instanceof ParentMessage.Part
                    ? part(definition.steps().getFirst(), assignment.seed(), assigned)
                    : interpreter.run(
                            new Work(definition.name(), assignment.seed(), definition.steps()),
                            payload -> assigned.payload(payload.bytes()));
        } catch (RuntimeException e) { // an Error ends the worker: what it leaves behind is not to be trusted
            return new Outcome.Failed(e.toString());
        }
    }

    private Outcome part(Step step, long seed, Assigned assigned) {
        try {
            long result = step instanceof Step.Payload payload
                    ? task.digest(assigned.payload(payload.bytes()))
                    : task.result(step, seed);
            return new Outcome.Done(result, 0, 0);
        } catch (IOException e) {
            return new Outcome.Failed(e.toString());
        }
    }

    private synchronized Optional<Assigned> take() throws IOException {
        for (var order = next(); order.isPresent(); order = next()) {
            // no switch over the types here and below: see ReplyCodec
            if (order.get() instanceof ParentMessage.Given given) {
                return assigned(given);
            } else if (order.get() instanceof ParentMessage.Mark(var file)) {
                mark = new BegunMarker(SharedMemory.opened(file));
            } else if (order.get() instanceof ParentMessage.Body(var bytes)) {
                payloads = bytes;
            } else if (order.get() instanceof ParentMessage.Shared shared) {
                payloads = segment(shared);
            } else {
                throw new BadFrameException("an order out of turn, where a unit was due");
            }
        }
        return Optional.empty();
    }

    private Optional<Assigned> assigned(ParentMessage.Given given) throws IOException {
        if (mark != null) {
            mark.begin(given.tag());
        }
        var came = payloads;
        payloads = NONE;
        return definition(given.assignment().id()).map(known -> new Assigned(given, known, came));
    }

    private ByteBuffer segment(ParentMessage.Shared shared) throws IOException {
        if (!shared.file().isEmpty()) {
            segments.put(
                    shared.segment(),
                    SharedMemory.opened(Path.of(shared.file())).bytes());
        }
        var segment = segments.get(shared.segment());
        if (segment == null || shared.length() < 0 || shared.length() > segment.capacity()) {
            throw new BadFrameException("%d bytes of segment %d, which has %s"
                    .formatted(shared.length(), shared.segment(), segment == null ? "none" : segment.capacity()));
        }
        return segment.slice(0, shared.length());
    }

    private Optional<ParentMessage> next() throws IOException {
        return pending.isEmpty() ? read() : Optional.of(pending.remove());
    }

    private Optional<ParentMessage> read() throws IOException {
        orders.spin(spinNanos);
        var content = orders.next();
        return content.isEmpty() ? Optional.empty() : Optional.of(ParentMessageCodec.decode(content.get()));
    }

    /** What lies before the definition on the wire is for later. */
    private Optional<ParentMessage.Definition> definition(int id) throws IOException {
        var known = definitions.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        replies.write(WorkerReplyCodec.encode(new WorkerReply.Ask(id)));
        for (var order = read(); order.isPresent(); order = read()) {
            if (!(order.get() instanceof ParentMessage.Definition definition)) {
                pending.add(order.get());
            } else if (definition.id() == id) {
                definitions.put(id, definition);
                return Optional.of(definition);
            } else {
                throw new BadFrameException(
                        "the definition of class %d where that of class %d was due".formatted(definition.id(), id));
            }
        }
        return Optional.empty();
    }
}
