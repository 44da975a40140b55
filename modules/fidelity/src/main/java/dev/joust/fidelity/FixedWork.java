package dev.joust.fidelity;

import dev.joust.blocking.RunLock;

/**
 * A fixed amount of work by several threads, each time right after the same amount by one thread: two threads and four
 * that share a unit of it, then two and four that each do a unit. All of that is repeated {@value #REPETITIONS} times.
 * The speed of a virtual machine drifts by more than the effect, and a longer run is more likely to meet that drift. So
 * the two runs of a comparison have the same length. {@code one} and {@code many}: the seconds of the four, each time.
 * {@code cpu} and {@code wall}: of all eight, in that order.
 */
final class FixedWork implements Probe {
    private static final int[] THREADS = {2, 4, 2, 4};
    private static final int[] SHARES = {2, 4, 1, 1};
    private static final double WARM_UP_SECONDS = 0.5;
    private static final int REPETITIONS = 24;

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var lock = TestedLock.of(order.lock()).lock();
        lock.acquire();
        Chain.iterationsIn(WARM_UP_SECONDS, lock.checkpoint());
        long iterations = Chain.iterationsIn(order.seconds(), lock.checkpoint());
        lock.release();
        for (int threads : THREADS) {
            run(lock, threads, iterations / 10, new Values());
        }
        var values = new Values();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            for (int i = 0; i < THREADS.length; i++) {
                long each = iterations / SHARES[i];
                values.add("one", run(lock, 1, THREADS[i] * each, values));
                values.add("many", run(lock, THREADS[i], each, values));
            }
        }
        return values;
    }

    private static double run(RunLock lock, int threads, long iterationsEach, Values values)
            throws InterruptedException {
        var time = Clocks.start();
        var started = ProbeThreads.start(threads, number -> {
            lock.acquire();
            Chain.burn(iterationsEach, lock.checkpoint());
            lock.release();
        });
        started.join();
        double seconds = time.wallSeconds();
        time.addTo(values);
        return seconds;
    }
}
