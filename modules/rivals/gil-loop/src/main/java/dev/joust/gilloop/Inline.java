package dev.joust.gilloop;

import dev.joust.blocking.Gate;
import dev.joust.blocking.GatedTask;
import dev.joust.reactive.Labour;
import dev.joust.scenario.Step;
import java.io.IOException;

/** The loop does it by itself, under the lock that it holds anyway. */
record Inline(GatedTask task, Gate gate) implements Labour {

    @Override
    public long result(Step step, long seed) throws IOException {
        return task.result(step, seed);
    }

    @Override
    public void tell(Runnable completion) {
        Outside.run(gate, completion);
    }
}
