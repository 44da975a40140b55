package dev.joust.processes;

/**
 * A thread of a pool. Completions run on it, so it never waits for room in the queue: that could block the pool for
 * good.
 */
final class WorkerThread extends Thread {
    WorkerThread(String name, Runnable task) {
        super(task, name);
        setDaemon(true);
    }

    static boolean isCurrent() {
        return Thread.currentThread() instanceof WorkerThread;
    }
}
