package dev.joust.gilloop;

import dev.joust.blocking.RunLock;

/** Runs a task of the lock's holder without the lock. */
final class WithoutLock {
    private WithoutLock() {}

    static void run(RunLock lock, Runnable task) {
        lock.release();
        try {
            task.run();
        } finally {
            lock.acquire();
        }
    }
}
