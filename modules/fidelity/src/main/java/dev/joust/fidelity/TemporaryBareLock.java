package dev.joust.fidelity;

import dev.joust.blocking.Gate;
import dev.joust.trial.Checkpoint;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

final class TemporaryBareLock implements Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final long nanos;
    private volatile boolean drop;
    private Thread last;
    private volatile long switches;

    TemporaryBareLock(Duration interval) {
        nanos = interval.toNanos();
    }

    long switches() {
        return switches;
    }

    @Override
    public void release() {
        lock.unlock();
    }

    @Override
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    public void acquire() {
        boolean interrupted = false;
        while (true) {
            try {
                if (lock.tryLock(nanos, TimeUnit.NANOSECONDS)) {
                    break;
                }
                drop = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        drop = false;
        if (last != Thread.currentThread()) {
            last = Thread.currentThread();
            switches = switches + 1;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Checkpoint checkpoint() {
        return () -> {
            if (drop) {
                release();
                acquire();
            }
        };
    }
}
