package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.Checkpoint;
import dev.joust.trial.Requests;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.util.function.Consumer;

/** Takes units through their steps, on the loop's thread. */
final class Steps {
    private final TaskBody body;
    private final LoopClient client;
    private final Consumer<Unit> ready;
    private final FileBody files = new FileBody();
    private volatile boolean stopped;

    /** @param ready who is told that a unit that had to wait can go on */
    Steps(TaskBody body, LoopClient client, Consumer<Unit> ready) {
        this.body = body;
        this.client = client;
        this.ready = ready;
    }

    /**
     * Takes the unit on until it must wait or has ended: what a coroutine does between two awaits that suspend it. A loop, not a
     * chain of callbacks, so thousands of steps that need no waiting take no stack.
     *
     * @return whether it computed, that is, kept the loop from its I/O
     */
    boolean advance(Unit unit) {
        boolean computed = false;
        while (!unit.ended() && !stopped) {
            long seed = unit.seed();
            switch (unit.step()) {
                case Step.Compute c -> {
                    unit.stepped(body.compute(c, seed, Checkpoint.NONE));
                    computed = true;
                }
                case Step.Native n -> {
                    unit.stepped(body.nativeWork(n, seed));
                    computed = true;
                }
                case Step.Spin s -> {
                    unit.stepped(body.spin(s, Checkpoint.NONE));
                    computed = true;
                }
                case Step.FileRead f -> {
                    read(f, unit);
                    computed = true;
                }
                case Step.Call c -> {
                    get(unit, Requests.path(c, seed), c.bytes());
                    return computed;
                }
                case Step.Stream s -> {
                    get(unit, Requests.path(s, seed), s.bytes());
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
        }
        return computed;
    }

    /** No step begins any more; on any thread. */
    void stop() {
        stopped = true;
    }

    private void get(Unit unit, String path, long length) {
        client.get(path, new Reply(unit, path, length, ready));
    }

    private void read(Step.FileRead step, Unit unit) {
        var file = body.file(step);
        try {
            unit.stepped(files.digest(file));
        } catch (IOException e) {
            unit.fail("file " + file + ": " + e);
        }
    }
}
