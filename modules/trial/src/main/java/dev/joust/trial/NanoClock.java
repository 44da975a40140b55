package dev.joust.trial;

/** A monotonic clock. Injected, so that tests can stop it or let it jump. */
@FunctionalInterface
interface NanoClock {
    /** {@link System#nanoTime()}. */
    NanoClock SYSTEM = System::nanoTime;

    /** Nanoseconds since an arbitrary origin. */
    long nanos();
}
