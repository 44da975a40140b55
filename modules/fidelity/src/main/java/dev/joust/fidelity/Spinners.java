package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Threads that compute under a lock until they are closed. */
final class Spinners implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Spinners.class.getName());
    private static final int STRIDE = 16; // so that the counters of two threads share no cache line

    private final AtomicLongArray iterations;
    private final int count;
    private final ProbeThreads threads;
    private volatile boolean stop;

    private Spinners(RunLock lock, ThreadPlacement placement, int count) {
        this.iterations = new AtomicLongArray((count + 1) * STRIDE);
        this.count = count;
        this.threads = ProbeThreads.start(count, placement, number -> spin(lock, number));
    }

    static Spinners start(RunLock lock, int count) {
        return new Spinners(lock, ThreadPlacement.ANYWHERE, count);
    }

    static Spinners start(TestedLock tested, int count) {
        return new Spinners(tested.lock(), tested.placement(), count);
    }

    private void spin(RunLock lock, int number) {
        var checkpoint = lock.checkpoint();
        lock.acquire();
        long x = number;
        long done = 0;
        while (!stop) {
            x = Chain.iterate(x);
            iterations.setOpaque((number + 1) * STRIDE, ++done);
            checkpoint.poll();
        }
        Chain.sink = x;
        lock.release();
    }

    /** Ends the threads after this time, so that nobody waits for their lock any longer. Returns at once. */
    void stopAfter(Duration time) {
        Thread.ofPlatform().daemon().name("probe-stop").start(() -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                LOG.log(System.Logger.Level.DEBUG, "interrupted: the threads end now", e);
            }
            stop = true;
        });
    }

    /** The iterations of all threads so far. */
    double iterations() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += iterations.getOpaque((i + 1) * STRIDE);
        }
        return sum;
    }

    /** Ends the threads. The calling thread must not hold their lock. */
    @Override
    public void close() {
        stop = true;
        try {
            threads.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // they end soon, also without a join
        }
    }
}
