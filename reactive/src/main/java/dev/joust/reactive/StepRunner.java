package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.Requests;
import dev.joust.trial.TaskBody;
import dev.joust.trial.UnitStep;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Takes units through their steps, on the loop's thread. */
final class StepRunner {
    private final TaskBody body;
    private final LoopClient client;
    private final Consumer<LoopUnit> ready;
    private final StepExecutor executor;
    private final LoopActivity activity;
    private volatile boolean stopped;

    /** @param ready gets a unit that had to wait when it can go on */
    StepRunner(TaskBody body, LoopClient client, StepExecutor executor, Consumer<LoopUnit> ready) {
        this.body = body;
        this.client = client;
        this.executor = executor;
        this.ready = ready;
        this.activity = LoopActivity.of(client.loop());
    }

    /** How busy the loop is. */
    LoopActivity activity() {
        return activity;
    }

    /**
     * Takes the unit on until it must wait or has ended, as a coroutine runs between two awaits that suspend it. This
     * is a loop and not a chain of callbacks, so thousands of steps without a wait take no stack.
     *
     * @return whether it computed, and so kept the loop from its I/O
     */
    boolean advance(LoopUnit unit) {
        activity.beginUnit();
        var turn = LoopTurn.begun(unit);
        boolean computed = takeOn(unit);
        turn.ends(computed);
        activity.endUnit();
        return computed;
    }

    private boolean takeOn(LoopUnit unit) {
        boolean computed = false;
        while (!unit.ended() && !stopped) {
            long seed = unit.seed();
            boolean doneHere;
            switch (unit.step()) {
                case Step.Cpu c -> doneHere = execute(c, seed, unit);
                case Step.Spin s -> doneHere = execute(s, seed, unit);
                case Step.FileRead f -> doneHere = execute(f, seed, unit);
                case Step.Payload p -> doneHere = execute(p, seed, unit);
                case Step.Request r -> {
                    get(unit, Requests.path(r, seed), r.length());
                    return computed;
                }
                case Step.Sleep s -> {
                    client.sleep(s.time(), () -> {
                        unit.completeStep(0);
                        ready.accept(unit);
                    });
                    return computed;
                }
            }
            if (!doneHere) {
                return computed;
            }
            computed = true;
        }
        return computed;
    }

    /** Lets no further step begin. For any thread. */
    void stop() {
        stopped = true;
    }

    private void get(LoopUnit unit, String path, long length) {
        client.get(path, new HttpReply(unit, path, length, ready));
    }

    /** Executes this step on the loop, or offloads it and returns false. */
    private boolean execute(Step step, long seed, LoopUnit unit) {
        if (executor.offload(() -> executeOffloaded(step, seed, unit))) {
            return false;
        }
        activity.beginStep();
        try {
            unit.completeStep(executor.execute(step, seed));
        } catch (IOException e) {
            unit.fail(reason(step, e));
        }
        return true;
    }

    private void executeOffloaded(Step step, long seed, LoopUnit unit) {
        Runnable then;
        try {
            var event = UnitStep.begun(unit.workClass(), step);
            long result = executor.execute(step, seed);
            event.ends();
            then = () -> unit.completeStep(result);
        } catch (Throwable e) { // also an error: the unit must end
            then = () -> unit.fail(reason(step, e));
        }
        resumeOnLoop(then, unit);
    }

    private void resumeOnLoop(Runnable then, LoopUnit unit) {
        try {
            client.loop().execute(() -> {
                then.run();
                ready.accept(unit);
            });
        } catch (RejectedExecutionException e) {
            unit.fail("the event loop was closed before the step was done"); // the close has failed the unit by then
        }
    }

    private String reason(Step step, Throwable e) {
        return step instanceof Step.FileRead f ? "file " + body.file(f) + ": " + e : e.toString();
    }
}
