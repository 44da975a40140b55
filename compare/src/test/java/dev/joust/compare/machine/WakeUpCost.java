package dev.joust.compare.machine;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Prints what threads that wake often cost this machine beside their own CPU time: time without an owner, and stolen
 * time. A program, for an idle machine; it takes a minute and a half. Linux only.
 */
final class WakeUpCost {
    private static final long SETTLE_MILLIS = 500;
    private static final long WINDOW_MILLIS = 3_000;
    private static final int ROUNDS = 2;
    private static volatile boolean over;

    private WakeUpCost() {}

    private record WakingThreads(String name, Runnable start) {}

    /** No arguments. */
    public static void main(String[] args) throws InterruptedException {
        var loads = List.of(
                new WakingThreads("none", () -> {}),
                new WakingThreads("one that spins", WakeUpCost::spin),
                new WakingThreads("two that spin", () -> times(2, WakeUpCost::spin)),
                new WakingThreads("a pair that wakes each other", () -> pair(0)),
                new WakingThreads("the same, 20 us of work each", () -> pair(20_000)),
                new WakingThreads("the same, 100 us", () -> pair(100_000)),
                new WakingThreads("three pairs without work", () -> times(3, () -> pair(0))),
                new WakingThreads("one that spins, a timer of 1 ms", () -> {
                    spin();
                    timer(1_000_000);
                }),
                new WakingThreads("20 timers of 1 ms", () -> times(20, () -> timer(1_000_000))));
        System.out.println("threads | our cores | idle cores | stolen cores | cores without an owner | switches/s");
        for (int round = 0; round < ROUNDS; round++) {
            for (var load : loads) {
                System.out.println(measured(load));
            }
        }
    }

    private static String measured(WakingThreads load) throws InterruptedException {
        over = false;
        load.start().run();
        Thread.sleep(SETTLE_MILLIS);
        var account = CpuAccount.ofThisMachine();
        var start = account.read().orElseThrow();
        long startNanos = System.nanoTime();
        Thread.sleep(WINDOW_MILLIS);
        var end = account.read().orElseThrow();
        double nanos = System.nanoTime() - startNanos;
        over = true;
        Thread.sleep(SETTLE_MILLIS);
        long ours = end.oursNanos() - start.oursNanos();
        return String.format(
                Locale.ROOT,
                "%s | %.2f | %.2f | %.3f | %.3f | %.0f",
                load.name(),
                ours / nanos,
                (end.idleNanos() - start.idleNanos()) / nanos,
                (end.stolenNanos() - start.stolenNanos()) / nanos,
                (end.busyNanos() - start.busyNanos() - ours) / nanos,
                (end.switches() - start.switches()) / (nanos / 1e9));
    }

    private static void times(int number, Runnable start) {
        IntStream.range(0, number).forEach(_ -> start.run());
    }

    private static void spin() {
        Thread.ofPlatform().daemon().start(() -> {
            while (!over) {
                Thread.onSpinWait();
            }
        });
    }

    private static void timer(long nanos) {
        Thread.ofPlatform().daemon().start(() -> {
            while (!over) {
                LockSupport.parkNanos(nanos);
            }
        });
    }

    /** Two threads, of which each wakes the other when it has worked for so long. */
    private static void pair(long workNanos) {
        var threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int other = 1 - i;
            threads[i] = Thread.ofPlatform().daemon().unstarted(() -> {
                while (!over) {
                    LockSupport.parkNanos(WINDOW_MILLIS * 1_000_000);
                    long end = System.nanoTime() + workNanos;
                    while (System.nanoTime() - end < 0) {
                        Thread.onSpinWait();
                    }
                    LockSupport.unpark(threads[other]);
                }
            });
        }
        threads[0].start();
        threads[1].start();
        LockSupport.unpark(threads[0]);
    }
}
