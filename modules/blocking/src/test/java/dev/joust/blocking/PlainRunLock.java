package dev.joust.blocking;

import dev.joust.trial.Checkpoint;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** A real lock with counters. It refuses a release by a thread that does not hold it. */
final class PlainRunLock implements RunLock {
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger releases = new AtomicInteger();
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicReference<Boolean> heldAtPoll = new AtomicReference<>();

    @Override
    public void release() {
        lock.unlock();
        releases.incrementAndGet();
    }

    @Override
    public void acquire() {
        lock.lock();
        if (lock.getHoldCount() != 1) {
            throw new IllegalStateException("acquired twice");
        }
    }

    @Override
    public Checkpoint checkpoint() {
        var checkpoint = new Checkpoint(() -> {
            polls.incrementAndGet();
            heldAtPoll.set(heldHere());
        });
        checkpoint.request(); // and never withdrawn, so that every poll is seen
        return checkpoint;
    }

    boolean heldHere() {
        return lock.isHeldByCurrentThread();
    }

    /** Whether the lock was held at the last poll; null before the first poll. */
    Boolean heldAtPoll() {
        return heldAtPoll.get();
    }

    int releases() {
        return releases.get();
    }

    int polls() {
        return polls.get();
    }

    /** Acquires and releases the lock, as another thread that wants to run. Fails when no thread releases it. */
    void acquireAndRelease() throws InterruptedException {
        if (!lock.tryLock(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no thread released the lock");
        }
        lock.unlock();
    }
}
