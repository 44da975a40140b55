package dev.joust.fidelity;

import dev.joust.blocking.RunLock;

/**
 * A sleeper beside a thread that computes in pieces of {@code argument} ms without a poll, as one call of {@code sorted} on a long list.
 * {@code task}: how long the pieces took, in ms; {@code overshoot} of the sleeps, in ms.
 */
final class Uninterruptible implements Probe {
    private static final int WARM_UP_PIECES = 5;
    private static final int MOST_PIECES = 1000;

    private volatile boolean stop;

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var gate = TestedLock.of(order.lock()).gate();
        long turns = turnsIn((long) (order.argument() * 1e6));
        long[] lengths = new long[MOST_PIECES];
        int[] count = new int[1];
        var values = new Values();
        var crew = ProbeThreads.start(1, number -> count[0] = pieces(gate, turns, lengths));
        Sleeper.sleepFor(order.seconds(), gate, values);
        stop = true;
        crew.join();
        return values.millis("task", lengths, count[0]);
    }

    private int pieces(RunLock gate, long turns, long[] lengths) {
        var checkpoint = gate.checkpoint();
        int count = 0;
        gate.acquire();
        while (!stop && count < lengths.length) {
            long begin = System.nanoTime();
            Chain.burnUnpolled(turns);
            lengths[count++] = System.nanoTime() - begin;
            checkpoint.poll();
        }
        gate.release();
        return count;
    }

    private static long turnsIn(long nanos) {
        long turns = 1 << 18;
        for (int i = 0; i < WARM_UP_PIECES; i++) {
            double before = Clocks.threadCpuNanos();
            Chain.burnUnpolled(turns);
            turns = Math.max(1, (long) (turns * nanos / Math.max(1, Clocks.threadCpuNanos() - before)));
        }
        return turns;
    }
}
