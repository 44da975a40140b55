package dev.joust.fidelity;

import dev.joust.blocking.RunLock;

/**
 * A fixed amount of work by several threads, each time right after the same amount by one: two that share a unit of it, four that share it,
 * two that each do a unit, four that each do one; and all of that {@value #TIMES} times over. The speed of a virtual machine drifts by
 * more than what is looked for, and a longer run is less likely to escape that: what is compared has the same length. {@code one} and
 * {@code many}: the seconds of the four, each time; {@code cpu} and {@code wall} of all eight, in that order.
 */
final class FixedWork implements Probe {
    private static final int[] THREADS = {2, 4, 2, 4};
    private static final int[] SHARES = {2, 4, 1, 1};
    private static final double WARM_UP_SECONDS = 0.5;
    private static final int TIMES = 24;

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var gate = TestedLock.of(order.lock()).gate();
        gate.acquire();
        Chain.turnsIn(WARM_UP_SECONDS, gate.checkpoint());
        long turns = Chain.turnsIn(order.seconds(), gate.checkpoint());
        gate.release();
        for (int threads : THREADS) {
            seconds(gate, threads, turns / 10, new Values());
        }
        var values = new Values();
        for (int time = 0; time < TIMES; time++) {
            for (int i = 0; i < THREADS.length; i++) {
                long each = turns / SHARES[i];
                values.add("one", seconds(gate, 1, THREADS[i] * each, values));
                values.add("many", seconds(gate, THREADS[i], each, values));
            }
        }
        return values;
    }

    private static double seconds(RunLock gate, int threads, long turnsEach, Values values)
            throws InterruptedException {
        var time = Clocks.begin();
        var crew = ProbeThreads.start(threads, number -> {
            gate.acquire();
            Chain.burn(turnsEach, gate.checkpoint());
            gate.release();
        });
        crew.join();
        double seconds = time.wallSeconds();
        time.end(values);
        return seconds;
    }
}
