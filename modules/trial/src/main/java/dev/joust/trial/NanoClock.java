package dev.joust.trial;

import java.util.concurrent.locks.LockSupport;

/** A monotonic clock. Injected, so that tests can stop it or let it jump. */
@FunctionalInterface
interface NanoClock {
    /** {@link System#nanoTime()}. */
    NanoClock SYSTEM = System::nanoTime;

    /** Nanoseconds since an arbitrary origin. */
    long nanos();

    /** The time of day in milliseconds, for what the JVM stamps with it. */
    default long millisOfDay() {
        return System.currentTimeMillis();
    }

    /** Waits without using the processor. It may return late by what the scheduler takes, and also early. */
    default void parkUntil(long instant) throws InterruptedException {
        LockSupport.parkNanos(instant - nanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
