package dev.joust.fidelity;

import dev.joust.blocking.RunLock;

/** Each of n threads computes until its own deadline. {@code elapsed}: until the last is done, as a multiple of the deadline. */
final class AsPrinted implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var gate = TestedLock.of(order.lock()).gate();
        run(gate, order.threads(), WARM_UP_SECONDS, new Values());
        var values = new Values();
        run(gate, order.threads(), order.seconds(), values);
        return values;
    }

    private static void run(RunLock gate, int threads, double seconds, Values values) throws InterruptedException {
        long nanos = (long) (seconds * 1e9);
        var time = Clocks.begin();
        var crew = ProbeThreads.start(threads, number -> {
            gate.acquire();
            spinUntil(System.nanoTime() + nanos, gate);
            gate.release();
        });
        crew.join();
        values.add("elapsed", time.wallSeconds() / seconds);
        time.end(values);
    }

    private static void spinUntil(long deadline, RunLock gate) {
        var checkpoint = gate.checkpoint();
        long x = deadline;
        while (System.nanoTime() - deadline < 0) {
            x = Chain.turn(x);
            checkpoint.poll();
        }
        Chain.sink = x;
    }
}
