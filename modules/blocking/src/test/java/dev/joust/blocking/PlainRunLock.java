package dev.joust.blocking;

import dev.joust.trial.Checkpoint;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** A real lock that counts, and that refuses to be released by a thread that does not hold it. */
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
            throw new IllegalStateException("taken twice");
        }
    }

    @Override
    public Checkpoint checkpoint() {
        return () -> {
            polls.incrementAndGet();
            heldAtPoll.set(heldHere());
        };
    }

    boolean heldHere() {
        return lock.isHeldByCurrentThread();
    }

    /** Whether it was held when a computation polled last; null when none has. */
    Boolean heldAtPoll() {
        return heldAtPoll.get();
    }

    int releases() {
        return releases.get();
    }

    int polls() {
        return polls.get();
    }

    /** Takes the lock and gives it back, as any other thread does that wants to run. Fails when nobody gives it up. */
    void passThrough() throws InterruptedException {
        if (!lock.tryLock(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody gave the lock up");
        }
        lock.unlock();
    }
}
