package dev.joust.threaded;

import java.util.concurrent.locks.ReentrantLock;

/** A mutex before whose next taking by the thread that made it something else is done, once. */
@SuppressWarnings("serial")
final class Gap extends ReentrantLock {
    private final Thread maker = Thread.currentThread();
    private Runnable before = () -> {};

    void before(Runnable action) {
        before = action;
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
