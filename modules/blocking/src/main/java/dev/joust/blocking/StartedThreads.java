package dev.joust.blocking;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Pools whose threads start before the first task. */
public final class StartedThreads {
    private StartedThreads() {}

    /**
     * A pool of platform daemon threads with one unbounded queue.
     *
     * @param threads how many; with 0, no task ever begins
     */
    public static ExecutorService pool(String name, int threads) {
        var pool = new ThreadPoolExecutor(
                threads,
                Math.max(1, threads),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        pool.prestartAllCoreThreads();
        return pool;
    }
}
