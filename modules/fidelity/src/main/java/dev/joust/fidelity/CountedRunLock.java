package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Checkpoint;

/** Counts how often a lock that has no counter of its own goes from one thread to another. */
final class CountedRunLock implements RunLock {
    private final RunLock lock;
    private Thread last; // used by the holder only, as are writes of the count
    private volatile long switches;

    CountedRunLock(RunLock lock) {
        this.lock = lock;
    }

    long switches() {
        return switches;
    }

    @Override
    public void release() {
        lock.release();
    }

    @Override
    public void acquire() {
        lock.acquire();
        countSwitch();
    }

    @Override
    public Checkpoint checkpoint() {
        var checkpoint = lock.checkpoint();
        return () -> {
            checkpoint.poll();
            countSwitch();
        };
    }

    private void countSwitch() {
        var me = Thread.currentThread();
        if (last != me) {
            last = me;
            long next = switches + 1;
            switches = next;
        }
    }
}
