package dev.joust.fidelity;

import dev.joust.blocking.Gate;

/**
 * A fixed amount of work by one thread and by several, in turn, for the speed of a virtual machine drifts by more than what is looked for:
 * one, two that share it, one, four that share it, one, two that each do all of it, one, four that each do all of it, one; and all of that
 * {@value #TIMES} times over. {@code one}: the seconds of the five, each time; {@code many}: of the four between them; {@code cpu} and {@code
 * wall} of all nine, in that order.
 */
final class FixedWork implements Probe {
    private static final int[] THREADS = {2, 4, 2, 4};
    private static final int[] SHARES = {2, 4, 1, 1};
    private static final double WARM_UP_SECONDS = 0.5;
    private static final int TIMES = 4;

    @Override
    public Values measure(Order order) throws InterruptedException {
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
            values.add("one", seconds(gate, 1, turns, values));
            for (int i = 0; i < THREADS.length; i++) {
                values.add("many", seconds(gate, THREADS[i], turns / SHARES[i], values));
                values.add("one", seconds(gate, 1, turns, values));
            }
        }
        return values;
    }

    private static double seconds(Gate gate, int threads, long turnsEach, Values values) throws InterruptedException {
        var time = Clocks.begin();
        var crew = Crew.start(threads, number -> {
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
