package dev.joust.threaded;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which of the threads that wait for the {@link InterpreterLock} is told that it is free. It decides nothing: whoever comes first takes
 * the lock. But it decides who comes first, and so how badly a thread that waits for I/O starves beside threads that compute.
 */
public sealed interface HandoverPolicy {

    /** A new mutex whose conditions wake their waiters in this way. For any thread. */
    Lock mutex();

    /** Whoever has waited longest, as Java's conditions do. Kinder to waiters than CPython on Linux is. */
    record Fifo() implements HandoverPolicy {
        @Override
        public Lock mutex() {
            return new ReentrantLock();
        }
    }

    /**
     * As glibc's condition variables since 2.25 do, see {@link GroupCondition}: one that has waited long is told, and one that has just begun
     * to wait may act on it instead.
     *
     * @param window for how long a thread that begins to wait can still do that, before it sleeps. In glibc it is the time between letting
     *     go of the mutex and sleeping in the kernel: no setting there, and a parameter to be calibrated here
     */
    record Glibc(Duration window) implements HandoverPolicy {
        /**
         * @throws IllegalArgumentException when the window is negative
         */
        public Glibc {
            if (window.isNegative()) {
                throw new IllegalArgumentException("window must be >= 0: " + window);
            }
        }

        @Override
        public Lock mutex() {
            return new GroupMutex(window.toNanos());
        }
    }
}
