package dev.joust.processes;

/** A thread of a pool: what it calls back must not be made to wait for the pool. */
final class WorkerThread extends Thread {
    WorkerThread(String name, Runnable task) {
        super(task, name);
        setDaemon(true);
    }

    static boolean isCurrent() {
        return Thread.currentThread() instanceof WorkerThread;
    }
}
