package dev.joust.fidelity;

import dev.joust.blocking.Gate;

/**
 * A fixed amount of work by 1, 2 and 4 threads. {@code total}: seconds when they share it; {@code each}: seconds when each does all of
 * it; {@code cpu} and {@code wall} of each of these six, in that order.
 */
final class FixedWork implements Probe {
    private static final int[] THREADS = {1, 2, 4};
    private static final double WARM_UP_SECONDS = 0.5;

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
        for (int threads : THREADS) {
            values.add("total", seconds(gate, threads, turns / threads, values));
        }
        for (int threads : THREADS) {
            values.add("each", seconds(gate, threads, turns, values));
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
