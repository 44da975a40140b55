package dev.joust.blocking;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that are there before the first task is. */
public final class StartedThreads {
    private StartedThreads() {}

    /** So many platform threads, started already, that share a queue without a bound; none begins when there shall be none. */
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
