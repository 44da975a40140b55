package dev.joust.threaded;

import dev.joust.blocking.RunLock;
import dev.joust.blocking.StepInterpreter;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A virtual thread for each unit; as many as there are slots are let in at once, first come, first served.
 *
 * <p>Wins when many units wait: blocking code in the order in which it is read, at nearly the price of an event loop, with as many
 * slots as one likes.
 *
 * <p>Loses to platform threads on mixed work: a virtual thread that computes keeps its carrier, of which there is one for each core,
 * until it blocks. Units whose answers have come wait for it, as on an event loop, though on every core and not on one.
 *
 * <p>Costs a small object and a growing stack on the heap for each unit in hand, waiting for admission included, and an unmount and a
 * mount for each wait. Reading a file blocks the carrier.
 */
public final class VirtualThreads implements ConcurrencyModel {
    @Override
    public String name() {
        return "virtual-threads";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return Ceiling.ofCores(cores, slots);
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known();
        var interpreter = new StepInterpreter(setup.service(), setup.slots(), setup.body(), RunLock.NONE);
        var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name() + "-", 0).factory());
        var slots = new Semaphore(setup.slots(), true);
        return new ThreadRunner(threads, interpreter, work -> admitted(work, slots, interpreter), Map::of);
    }

    private static Outcome admitted(Work work, Semaphore slots, StepInterpreter interpreter) {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("the model was closed before the unit was let in");
        }
        try {
            return interpreter.run(work);
        } finally {
            slots.release();
        }
    }
}
