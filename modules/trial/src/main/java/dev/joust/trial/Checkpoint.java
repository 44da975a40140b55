package dev.joust.trial;

/**
 * A point in interruptible computation where the computing thread may hand its lock over, as CPython's eval breaker
 * does on loop back-edges. The innermost loops of interruptible kernels call it on the computing thread. An idle poll
 * must cost no more than a plain load.
 */
@FunctionalInterface
public interface Checkpoint {
    /** For models without a lock. */
    Checkpoint NONE = () -> {};

    /** Hands the lock over if another thread has asked for it. May park the calling thread. Never throws. */
    void poll();
}
