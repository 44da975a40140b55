package dev.joust.fidelity;

import dev.joust.blocking.RunLock;

/**
 * The test as the article prints it: each of n threads computes until its own deadline. {@code elapsed}: the time until
 * the last has ended, as a multiple of the deadline.
 */
final class AsPrinted implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var lock = TestedLock.of(order.lock()).lock();
        run(lock, order.threads(), WARM_UP_SECONDS, new Values());
        var values = new Values();
        run(lock, order.threads(), order.seconds(), values);
        return values;
    }

    private static void run(RunLock lock, int threads, double seconds, Values values) throws InterruptedException {
        long nanos = (long) (seconds * 1e9);
        var time = Clocks.start();
        var spinners = ProbeThreads.start(threads, number -> {
            lock.acquire();
            spinUntil(System.nanoTime() + nanos, lock);
            lock.release();
        });
        spinners.join();
        values.add("elapsed", time.wallSeconds() / seconds);
        time.addTo(values);
    }

    private static void spinUntil(long deadline, RunLock lock) {
        var checkpoint = lock.checkpoint();
        long x = deadline;
        while (System.nanoTime() - deadline < 0) {
            x = Chain.iterate(x);
            checkpoint.poll();
        }
        Chain.sink = x;
    }
}
