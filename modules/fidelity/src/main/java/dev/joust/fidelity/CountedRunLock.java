package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Checkpoint;

/** Counts how often a gate that does not count itself goes from one thread to another. */
final class CountedRunLock implements RunLock {
    private final RunLock gate;
    private Thread last; // the holder's own, like the number, which others may read late
    private volatile long switches;

    CountedRunLock(RunLock gate) {
        this.gate = gate;
    }

    long switches() {
        return switches;
    }

    @Override
    public void release() {
        gate.release();
    }

    @Override
    public void acquire() {
        gate.acquire();
        note();
    }

    @Override
    public Checkpoint checkpoint() {
        var polled = gate.checkpoint();
        return () -> {
            polled.poll();
            note();
        };
    }

    private void note() {
        var me = Thread.currentThread();
        if (last != me) {
            last = me;
            long next = switches + 1;
            switches = next;
        }
    }
}
