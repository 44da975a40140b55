package dev.joust.threaded;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A mutex whose conditions wake their waiters as glibc's do. */
@SuppressWarnings("serial")
final class GroupMutex extends ReentrantLock {
    private final long windowNanos;

    GroupMutex(long windowNanos) {
        this.windowNanos = windowNanos;
    }

    @Override
    public Condition newCondition() {
        return new GroupCondition(this, windowNanos);
    }
}
