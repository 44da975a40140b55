package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.Requests;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Takes units through their steps, on the loop's thread. */
final class StepRunner {
    private final TaskBody body;
    private final LoopClient client;
    private final Consumer<LoopUnit> ready;
    private final StepExecutor labour;
    private volatile boolean stopped;

    /** @param ready who is told that a unit that had to wait can go on */
    StepRunner(TaskBody body, LoopClient client, StepExecutor labour, Consumer<LoopUnit> ready) {
        this.body = body;
        this.client = client;
        this.labour = labour;
        this.ready = ready;
    }

    /**
     * Takes the unit on until it must wait or has ended: what a coroutine does between two awaits that suspend it. A loop, not a
     * chain of callbacks, so thousands of steps that need no waiting take no stack.
     *
     * @return whether it computed, that is, kept the loop from its I/O
     */
    boolean advance(LoopUnit unit) {
        boolean computed = false;
        while (!unit.ended() && !stopped) {
            long seed = unit.seed();
            boolean here;
            switch (unit.step()) {
                case Step.Cpu c -> here = work(c, seed, unit);
                case Step.Spin s -> here = work(s, seed, unit);
                case Step.FileRead f -> here = work(f, seed, unit);
                case Step.Payload p -> here = work(p, seed, unit);
                case Step.Request r -> {
                    get(unit, Requests.path(r, seed), r.length());
                    return computed;
                }
                case Step.Sleep s -> {
                    client.sleep(s.time(), () -> {
                        unit.stepped(0);
                        ready.accept(unit);
                    });
                    return computed;
                }
            }
            if (!here) {
                return computed;
            }
            computed = true;
        }
        return computed;
    }

    /** No step begins any more; on any thread. */
    void stop() {
        stopped = true;
    }

    private void get(LoopUnit unit, String path, long length) {
        client.get(path, new HttpReply(unit, path, length, ready));
    }

    /** Does this step on the loop, or has it done and says false. */
    private boolean work(Step step, long seed, LoopUnit unit) {
        if (labour.handOver(() -> elsewhere(step, seed, unit))) {
            return false;
        }
        try {
            unit.stepped(labour.result(step, seed));
        } catch (IOException e) {
            unit.fail(reason(step, e));
        }
        return true;
    }

    private void elsewhere(Step step, long seed, LoopUnit unit) {
        Runnable then;
        try {
            long result = labour.result(step, seed);
            then = () -> unit.stepped(result);
        } catch (Throwable e) { // an error too must not leave its unit open
            then = () -> unit.fail(reason(step, e));
        }
        comeBack(then, unit);
    }

    private void comeBack(Runnable then, LoopUnit unit) {
        try {
            client.loop().execute(() -> {
                then.run();
                ready.accept(unit);
            });
        } catch (RejectedExecutionException e) {
            unit.fail("the event loop was closed before the step was done"); // so are all units by then
        }
    }

    private String reason(Step step, Throwable e) {
        return step instanceof Step.FileRead f ? "file " + body.file(f) + ": " + e : e.toString();
    }
}
