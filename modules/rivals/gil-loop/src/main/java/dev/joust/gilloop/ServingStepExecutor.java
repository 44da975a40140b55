package dev.joust.gilloop;

import dev.joust.reactive.StepExecutor;
import dev.joust.scenario.Step;
import java.io.IOException;

/**
 * Executes steps as another executor does, for a loop that answers its units itself. A completion is then an answer,
 * which the loop writes under the lock. A driver's completion belongs to no model and runs without it.
 */
record ServingStepExecutor(StepExecutor steps) implements StepExecutor {

    @Override
    public boolean offload(Runnable execution) {
        return steps.offload(execution);
    }

    @Override
    public long execute(Step step, long seed) throws IOException {
        return steps.execute(step, seed);
    }
}
