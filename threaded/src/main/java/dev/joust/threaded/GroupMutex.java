package dev.joust.threaded;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A mutex whose conditions wake their waiters as glibc's do.
 *
 * <p>Who finds it taken looks again for a moment before it sleeps. glibc's does not, but there the mutex is free again within some tens
 * of nanoseconds after a waiter has asked for the interpreter lock; here it takes a microsecond, in which the holder has seen the
 * request and come to drop. Asleep on the mutex it would lose the 50 µs of a wake-up in each such switch, which CPython's does not.
 */
@SuppressWarnings("serial")
final class GroupMutex extends ReentrantLock {
    /** Several times what the longest section under it takes, and small beside a wake-up. */
    private static final long LOOKS_NANOS = 5_000;

    private final long windowNanos;

    GroupMutex(long windowNanos) {
        this.windowNanos = windowNanos;
    }

    @Override
    public void lock() {
        if (!tryLock() && !looks()) {
            super.lock();
        }
    }

    private boolean looks() {
        long end = System.nanoTime() + LOOKS_NANOS;
        do {
            Thread.onSpinWait();
            if (!isLocked() && tryLock()) {
                return true;
            }
        } while (System.nanoTime() - end < 0);
        return false;
    }

    @Override
    public Condition newCondition() {
        return new GroupCondition(this, windowNanos);
    }
}
