package dev.joust.processes;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WorkRunner;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Forked worker JVMs, one per core, that do one unit at a time each by default. They share no lock and no heap. With
 * the
 * option {@code threads} each does as many units at a time, as the workers of a pre-fork server do. Its threads are
 * platform threads without a lock, so they compute on any core.
 *
 * <p><b>Wins</b> when units compute for much longer than a round trip to a worker, every worker has a core, and the
 * rival runs under one lock. Wins too where a unit may crash its process: units of other workers go on.
 *
 * <p><b>Loses</b> when units wait, because a unit that waits occupies a whole process, or one of its threads. Loses
 * when units are short,
 * because each crosses two pipes and wakes a thread in each process. Loses when the run is short, because every worker
 * starts a JVM and compiles its own code.
 *
 * <p><b>Costs</b> per worker a JVM, with its heap, code cache, compiler and collector threads, and two threads and
 * three
 * pipes in the parent. Costs per unit 21 bytes to the worker and 37 back, and per worker once the steps of each class
 * of work.
 *
 * <p><b>Options</b>: see {@link PoolOptions}.
 */
public final class Processes implements ConcurrencyModel {
    @Override
    public String name() {
        return "processes";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return Ceiling.ofCores(cores, slots);
    }

    /** One worker per core, with one thread. More would not compute more, and each is a JVM. */
    @Override
    public int slots(int cores, int inFlight) {
        return cores;
    }

    /** All threads of one worker per core. */
    @Override
    public int slots(int cores, int inFlight, Map<String, String> options) {
        return cores * PoolOptions.threads(name(), options);
    }

    @Override
    public Set<String> options() {
        return PoolOptions.NAMES;
    }

    @Override
    public boolean serves() {
        return true;
    }

    /** Pre-fork: one worker per core, whatever the slots, with a thread per connection in each. */
    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        PoolOptions.of(name(), setup);
        return ServingWorkers.start(WorkerCommand.of(ServingMain.class), setup, door);
    }

    @Override
    public WorkRunner start(Setup setup) {
        return WorkerPool.start(WorkerCommand.standard(), setup, PoolOptions.of(name(), setup));
    }
}
