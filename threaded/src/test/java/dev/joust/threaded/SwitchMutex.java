package dev.joust.threaded;

import java.util.concurrent.locks.ReentrantLock;

/** The lock's second mutex. A test decides what happens in the gap between the first mutex and this one. */
@SuppressWarnings("serial")
final class SwitchMutex extends ReentrantLock {
    private volatile Thread chosen;
    private Runnable before;

    /** Runs an action when the calling thread next locks this mutex, just before. */
    void before(Runnable action) {
        before = action;
        chosen = Thread.currentThread();
    }

    /**
     * Runs an action of the calling thread. No other thread switches the lock to itself, except while the action waits
     * for that.
     */
    void withoutAGap(Runnable action) {
        super.lock();
        try {
            action.run();
        } finally {
            unlock();
        }
    }

    @Override
    public void lock() {
        if (Thread.currentThread() == chosen) {
            chosen = null;
            before.run();
        }
        super.lock();
    }
}
