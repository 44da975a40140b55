package dev.joust.threaded;

import java.util.concurrent.locks.ReentrantLock;

/** The second mutex, with a say in the gap between the first one and this: what happens in it, or that nobody takes the lock in it. */
@SuppressWarnings("serial")
final class SwitchMutex extends ReentrantLock {
    private volatile Thread chosen;
    private Runnable before;

    /** Before the calling thread takes this mutex the next time, it does something else. */
    void before(Runnable action) {
        before = action;
        chosen = Thread.currentThread();
    }

    /** Something that the calling thread does, and meanwhile no other takes the lock but while it waits for that to happen. */
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
