package dev.joust.blocking;

import dev.joust.trial.Checkpoint;

/**
 * The lock that a model's threads run under, as CPython's interpreter lock: a thread holds it while it computes and
 * releases it around everything that blocks.
 *
 * <p>The thread that runs the unit holds the lock and calls both methods alternately: {@code release}, then
 * {@code acquire}. Neither throws or clears an interrupt: an interrupted thread still acquires the lock, and its next
 * blocking call throws.
 */
public interface RunLock {
    /** For models without a lock. */
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

    /** Releases the lock before a call that may block. */
    void release();

    /** Acquires the lock again, however long that takes. */
    void acquire();

    /** The checkpoint that interruptible computation polls while it holds the lock. */
    Checkpoint checkpoint();
}
