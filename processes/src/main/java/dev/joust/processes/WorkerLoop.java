package dev.joust.processes;

import dev.joust.blocking.Gate;
import dev.joust.blocking.GatedTask;
import dev.joust.blocking.StepInterpreter;
import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;

/** What a worker does with its orders, one after the other. For one thread. */
final class WorkerLoop {
    private final BlockingQueue<Order> orders;
    private final FrameWriter replies;
    private final Map<Integer, Order.Definition> definitions = new HashMap<>();

    WorkerLoop(BlockingQueue<Order> orders, FrameWriter replies) {
        this.orders = orders;
        this.replies = replies;
    }

    /** Goes on until something is wrong. */
    void run() throws IOException, InterruptedException {
        if (!(orders.take() instanceof Order.Begin(Setup setup))) {
            throw new BadFrameException("the first order must be to begin");
        }
        try (var interpreter = new StepInterpreter(setup.service(), setup.slots(), setup.body(), Gate.NONE)) {
            var task = new GatedTask(setup.body(), Gate.NONE);
            reply(new Reply.Hello());
            while (true) {
                if (!(orders.take() instanceof Order.Assignment assignment)) {
                    throw new BadFrameException("an order out of turn, where a unit was due");
                }
                reply(new Reply.Answer(answer(interpreter, task, assignment)));
            }
        }
    }

    private Outcome answer(StepInterpreter interpreter, GatedTask task, Order.Assignment assignment)
            throws IOException, InterruptedException {
        var definition = definition(assignment.id());
        try {
            return switch (assignment) {
                case Order.Unit(int id, long seed) ->
                    interpreter.run(new Work(definition.name(), seed, definition.steps()));
                case Order.Part(int id, long seed) ->
                    part(task, definition.steps().getFirst(), seed);
            };
        } catch (RuntimeException e) { // an Error ends the worker: what it leaves behind is not to be trusted
            return new Outcome.Failed(e.toString());
        }
    }

    private static Outcome part(GatedTask task, Step step, long seed) {
        try {
            return new Outcome.Done(task.result(step, seed), 0, 0);
        } catch (IOException e) {
            return new Outcome.Failed(e.toString());
        }
    }

    private Order.Definition definition(int id) throws IOException, InterruptedException {
        var known = definitions.get(id);
        if (known != null) {
            return known;
        }
        reply(new Reply.Ask(id));
        if (orders.take() instanceof Order.Definition definition && definition.id() == id) {
            definitions.put(id, definition);
            return definition;
        }
        throw new BadFrameException("an order out of turn, where the definition of class %d was due".formatted(id));
    }

    private void reply(Reply reply) throws IOException {
        replies.write(ReplyCodec.encode(reply));
    }
}
