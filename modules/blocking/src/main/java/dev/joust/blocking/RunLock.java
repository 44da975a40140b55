package dev.joust.blocking;

import dev.joust.trial.Checkpoint;

/**
 * The lock that a model's threads run under, as the interpreter sees it: held while it runs, released around whatever blocks.
 *
 * <p>Both methods are called by the thread that runs the unit, strictly in turn: first {@code release}, by a thread that holds the
 * lock, then {@code acquire}. Neither throws, nor loses an interrupt: a thread that was interrupted takes the lock all the same and
 * finds the interrupt in the next thing that it blocks in.
 */
public interface RunLock {
    /** For models that have no lock. */
    RunLock NONE = new RunLock() {
        @Override
        public void release() {}

        @Override
        public void acquire() {}

        @Override
        public Checkpoint checkpoint() {
            return Checkpoint.NONE;
        }
    };

    /** Gives the lock up, before something that may block. */
    void release();

    /** Takes the lock back, however long that takes. */
    void acquire();

    /** What interruptible computation polls while it holds the lock. */
    Checkpoint checkpoint();
}
