package dev.joust.trial;

/**
 * Where interruptible computation lets others in, as CPython's eval breaker does on loop back-edges. Called in the innermost loop of
 * the interruptible kernels by the thread that computes; an idle poll must cost no more than a plain load.
 */
@FunctionalInterface
public interface Checkpoint {
    /** For models that have nobody to let in. */
    Checkpoint NONE = () -> {};

    /** Lets others in if they asked. May park the calling thread; must not throw for want of luck. */
    void poll();
}
