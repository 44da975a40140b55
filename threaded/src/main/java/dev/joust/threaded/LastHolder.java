package dev.joust.threaded;

import dev.joust.trial.Checkpoint;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * The thread that took the {@link InterpreterLock} last, and the wait of a dropper for another thread to take it: a
 * forced switch. Has the second of the lock's two mutexes, CPython's {@code switch_mutex}.
 */
final class LastHolder {
    private final Lock mutex;
    private final Condition changed;
    private final Checkpoint request;
    private Thread thread; // written under both of the lock's mutexes, read under either
    private long forcedSwitches; // guarded by this mutex

    LastHolder(Lock mutex, Checkpoint request) {
        this.mutex = mutex;
        this.changed = mutex.newCondition();
        this.request = request;
    }

    /** The last holder; null before the first. To be called under the lock's first mutex. */
    Thread thread() {
        return thread;
    }

    /**
     * Makes this thread the last holder and frees a dropper that waits for it. To be called under the lock's first
     * mutex.
     */
    void change(Thread taker) {
        mutex.lock();
        try {
            thread = taker;
            changed.signal();
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Waits until a thread other than the dropper has taken the lock. Returns at once when one has, or when no request
     * stands.
     */
    void awaitChange(Thread dropper) {
        mutex.lock();
        try {
            if (thread == dropper && request.isRequested()) {
                request.withdraw();
                forcedSwitches++;
                changed.awaitUninterruptibly();
            }
        } finally {
            mutex.unlock();
        }
    }

    /** Takes the request back and frees a dropper that waits because of it. */
    void cancelRequest() {
        mutex.lock();
        try {
            request.withdraw();
            changed.signal();
        } finally {
            mutex.unlock();
        }
    }

    /** How often a dropper has waited. For any thread. */
    long forcedSwitches() {
        mutex.lock();
        try {
            return forcedSwitches;
        } finally {
            mutex.unlock();
        }
    }
}
