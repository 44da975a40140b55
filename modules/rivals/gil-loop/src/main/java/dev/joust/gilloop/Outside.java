package dev.joust.gilloop;

import dev.joust.blocking.Gate;

/** What the holder of the lock does without it. */
final class Outside {
    private Outside() {}

    static void run(Gate gate, Runnable task) {
        gate.release();
        try {
            task.run();
        } finally {
            gate.acquire();
        }
    }
}
