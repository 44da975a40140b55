package dev.joust.gilloop;

import dev.joust.blocking.RunLock;

/** What the holder of the lock does without it. */
final class WithoutLock {
    private WithoutLock() {}

    static void run(RunLock gate, Runnable task) {
        gate.release();
        try {
            task.run();
        } finally {
            gate.acquire();
        }
    }
}
