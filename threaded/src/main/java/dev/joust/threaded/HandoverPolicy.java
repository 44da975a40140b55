package dev.joust.threaded;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which waiter of the {@link InterpreterLock} is woken when the lock becomes free. The woken thread gets no right to
 * the lock: the first thread to come takes it. But the policy decides which thread comes first. So it decides how badly
 * a thread that waits for I/O starves beside threads that compute.
 */
public sealed interface HandoverPolicy {

    /** A new mutex whose conditions wake their waiters by this policy. For any thread. */
    Lock newMutex();

    /** Wakes the thread that has waited longest, as Java's conditions do. Kinder to waiters than CPython on Linux. */
    record Fifo() implements HandoverPolicy {
        @Override
        public Lock newMutex() {
            return new ReentrantLock();
        }
    }

    /**
     * Wakes as glibc's condition variables do since version 2.25, see {@link GroupCondition}: a thread that has just
     * begun to wait may act on a wake-up that was sent to a thread that has waited longer.
     *
     * @param window how long a thread that begins to wait can still do that, before it sleeps. In glibc it is the time
     *     between unlocking the mutex and sleeping in the kernel, which nobody sets; here it is a parameter to
     *     calibrate
     */
    record Glibc(Duration window) implements HandoverPolicy {
        /** The window at which every judged row of the fidelity table was held; compare/decisions/0009. */
        public static final long CALIBRATED_WINDOW_NANOS = 1_000;

        /**
         * @throws IllegalArgumentException when the window is negative
         */
        public Glibc {
            if (window.isNegative()) {
                throw new IllegalArgumentException("window must be >= 0: " + window);
            }
        }

        /** With the calibrated window. */
        public static Glibc calibrated() {
            return new Glibc(Duration.ofNanos(CALIBRATED_WINDOW_NANOS));
        }

        @Override
        public Lock newMutex() {
            return new GroupMutex(window.toNanos());
        }
    }
}
