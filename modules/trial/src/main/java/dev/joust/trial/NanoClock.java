package dev.joust.trial;

/** A monotonic clock. Injected, so that the driver is tested against time that stands still or jumps. */
@FunctionalInterface
interface NanoClock {
    /** {@link System#nanoTime()}. */
    NanoClock SYSTEM = System::nanoTime;

    /** Nanoseconds since an arbitrary origin. */
    long nanos();
}
