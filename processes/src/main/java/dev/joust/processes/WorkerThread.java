package dev.joust.processes;

/** A thread of a pool, a daemon. Completions run on it. */
final class WorkerThread extends Thread {
    WorkerThread(String name, Runnable task) {
        super(task, name);
        setDaemon(true);
    }
}
