package dev.joust.threaded;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A mutex whose conditions wake their waiters as glibc's do.
 *
 * <p>A thread that finds the mutex locked spins for a moment before it sleeps. glibc's mutex does not spin, but there a
 * waiter that has requested the interpreter lock unlocks the mutex within some tens of nanoseconds. Here that takes a
 * microsecond, in which the holder can see the request and come to drop the lock. If the holder then slept on the
 * mutex, each such switch would lose the 50 µs of a wake-up, which CPython's switches do not lose.
 */
@SuppressWarnings("serial")
final class GroupMutex extends ReentrantLock {
    /** Several times the longest section under this mutex, and short beside a wake-up. */
    private static final long SPIN_NANOS = 5_000;

    private final long windowNanos;

    GroupMutex(long windowNanos) {
        this.windowNanos = windowNanos;
    }

    @Override
    public void lock() {
        if (!tryLock() && !spin()) {
            super.lock();
        }
    }

    private boolean spin() {
        long end = System.nanoTime() + SPIN_NANOS;
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
