package dev.joust.processes;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;

/**
 * Forked worker JVMs, as many as slots, one unit at a time each; no lock and no heap is shared.
 *
 * <p><b>Wins</b> when units compute by interruptible code for much longer than the wire takes, there are cores for the workers, and the
 * rival runs under one lock; and where one unit may take its process down: the others do not notice.
 *
 * <p><b>Loses</b> when units wait: each that waits holds a whole process, so there are either few in flight or very many processes. Loses
 * too when units are short, for each crosses two pipes and wakes two threads on the other side, and when the run is short, for every
 * worker starts a JVM and compiles its own code.
 *
 * <p><b>Costs</b> a JVM for each slot: a heap, a code cache, compiler threads, and the collector's threads, which compete for the same
 * cores; two threads and three pipes for each in the parent; 21 bytes to and 37 from the worker for each unit, and once the steps of each
 * class of work for each worker.
 *
 * <p><b>Options</b>: {@code threads} of each worker, {@code ahead}, {@code queue}, {@code deadline}, {@code retry}; see {@link PoolOptions}.
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

    /** A worker for each core: more would not compute more, and each is a JVM. */
    @Override
    public int slots(int cores, int inFlight) {
        return cores;
    }

    @Override
    public WorkRunner start(Setup setup) {
        return WorkerPool.started(WorkerCommand.usual(), setup, PoolOptions.of(name(), setup));
    }
}
