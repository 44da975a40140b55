package dev.joust.threaded;

import dev.joust.blocking.ConnectionServer;
import dev.joust.blocking.ConnectionServer.ConnectionThreads;
import dev.joust.blocking.RunLock;
import dev.joust.blocking.StepInterpreter;
import dev.joust.blocking.ThreadRunner;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Options;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A virtual thread per unit. As many run at once as there are slots; the others wait in order of arrival.
 *
 * <p><b>Wins</b> when many units wait: blocking code that reads from top to bottom, at nearly the cost of an event
 * loop, with as many slots as one likes.
 *
 * <p><b>Loses</b> to platform threads on mixed work. A virtual thread that computes keeps its carrier until it blocks,
 * and there is one carrier per core. Units whose answers have come wait for it, as on an event loop, though on all
 * cores and not on one.
 *
 * <p><b>Costs</b> a small object and a growing stack on the heap per unit, also while it waits for a slot, and an
 * unmount and a mount per wait. Reading a file blocks the carrier.
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
    public boolean serves() {
        return true;
    }

    /** A thread per connection, whatever the slots. */
    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        new Options(name(), setup.options()).known(options());
        var factory = Thread.ofVirtual().name(name() + "-", 0).factory();
        var interpreter = new StepInterpreter(setup.service(), door.connections(), setup.body(), RunLock.NONE);
        return new ConnectionServer(door, ConnectionThreads.free(name(), factory, interpreter), false);
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known(options());
        var interpreter = new StepInterpreter(setup.service(), setup.slots(), setup.body(), RunLock.NONE);
        var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name() + "-", 0).factory());
        var slots = new Semaphore(setup.slots(), true);
        return new ThreadRunner(threads, interpreter, work -> runInSlot(work, slots, interpreter));
    }

    private static Outcome runInSlot(Work work, Semaphore slots, StepInterpreter interpreter) {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("the model was closed before the unit got a slot");
        }
        try {
            return interpreter.run(work);
        } finally {
            slots.release();
        }
    }
}
