package dev.joust.threaded;

import java.util.concurrent.locks.ReentrantLock;

/** The second mutex, with a say in the gap between the first one and this: what happens in it, or that nobody takes the lock in it. */
@SuppressWarnings("serial")
final class SwitchMutex extends ReentrantLock {
    private final Thread maker = Thread.currentThread();
    private Runnable before = () -> {};

    /** Before the thread that made this mutex takes it the next time, it does something else. */
    void before(Runnable action) {
        before = action;
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
        if (Thread.currentThread() == maker) {
            var action = before;
            before = () -> {};
            action.run();
        }
        super.lock();
    }
}
