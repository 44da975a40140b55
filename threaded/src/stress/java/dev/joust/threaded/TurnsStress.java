package dev.joust.threaded;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Checkpoint;
import java.time.Duration;

/** Two turns of each of some actors under a lock, in which they count what only the lock guards; with an interval of no length to speak of. */
class TurnsStress {
    private final RunLock lock;
    private final Checkpoint checkpoint;
    private int count;

    TurnsStress(boolean forced, HandoverPolicy handOff) {
        this.lock = new InterpreterLock(Duration.ofNanos(1_000), forced, handOff);
        this.checkpoint = lock.checkpoint();
    }

    static HandoverPolicy glibc() {
        return new HandoverPolicy.Glibc(Duration.ofNanos(1_000));
    }

    /** Counts once, drops and retakes the lock, counts again. */
    final void yielding() {
        lock.acquire();
        count++;
        lock.release();
        lock.acquire();
        count++;
        lock.release();
    }

    /** Counts twice and polls in between, long enough for someone to ask. */
    final void polling() {
        lock.acquire();
        count++;
        for (int i = 0; i < 100; i++) {
            checkpoint.poll();
        }
        count++;
        lock.release();
    }

    /** What was counted, read under the lock: that it can be taken is half of the proof. */
    final int counted() {
        lock.acquire();
        try {
            return count;
        } finally {
            lock.release();
        }
    }
}
