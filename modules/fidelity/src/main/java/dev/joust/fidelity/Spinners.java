package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import java.util.concurrent.atomic.AtomicLongArray;

/** Threads that compute under a lock until they are closed. */
final class Spinners implements AutoCloseable {
    private static final int APART = 16; // the counters of two threads share no cache line

    private final AtomicLongArray turns;
    private final int count;
    private final ProbeThreads crew;
    private volatile boolean stop;

    private Spinners(RunLock gate, int count) {
        this.turns = new AtomicLongArray((count + 1) * APART);
        this.count = count;
        this.crew = ProbeThreads.start(count, number -> spin(gate, number));
    }

    static Spinners start(RunLock gate, int count) {
        return new Spinners(gate, count);
    }

    private void spin(RunLock gate, int number) {
        var checkpoint = gate.checkpoint();
        gate.acquire();
        long x = number;
        long done = 0;
        while (!stop) {
            x = Chain.turn(x);
            turns.setOpaque((number + 1) * APART, ++done);
            checkpoint.poll();
        }
        Chain.sink = x;
        gate.release();
    }

    /** Turns so far, of all of them. */
    double turns() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += turns.getOpaque((i + 1) * APART);
        }
        return sum;
    }

    /** Ends them; not by a thread that holds their lock. */
    @Override
    public void close() {
        stop = true;
        try {
            crew.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // they end soon without being waited for
        }
    }
}
