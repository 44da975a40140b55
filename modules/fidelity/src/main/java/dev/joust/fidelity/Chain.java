package dev.joust.fidelity;

import dev.joust.trial.Checkpoint;

/**
 * Work that a compiler can neither skip nor fold: multiplications that depend on each other, whose result is published. The shift between
 * two of them is there for a reason: of a chain of {@code x * a + c} the second compiler makes a single multiplication, however long it is.
 * A turn takes about as long as an iteration of a small Python loop, some 40 ns, so the lock is polled about as often as CPython polls its
 * eval breaker.
 */
final class Chain {
    private static final int LENGTH = 20;
    private static final double LONG_ENOUGH_NANOS = 100e6;

    /** Where results go, so that they are wanted. */
    static volatile long sink;

    private Chain() {}

    static long turn(long x) {
        long y = x;
        for (int i = 0; i < LENGTH; i++) {
            y = (y ^ (y >>> 32)) * 0x9E3779B97F4A7C15L;
        }
        return y;
    }

    /** So many turns, each with a poll, as a loop in Python has. */
    static void burn(long turns, Checkpoint checkpoint) {
        long x = turns;
        for (long i = 0; i < turns; i++) {
            x = turn(x);
            checkpoint.poll();
        }
        sink = x;
    }

    /** So many turns in one go, as one call into C. */
    static void burnUnpolled(long turns) {
        long x = turns;
        for (long i = 0; i < turns; i++) {
            x = turn(x);
        }
        sink = x;
    }

    /** How many turns take so long in CPU time; measured on the calling thread, warm. */
    static long turnsIn(double seconds, Checkpoint checkpoint) {
        long turns = 1 << 16;
        while (true) {
            double before = Clocks.threadCpuNanos();
            burn(turns, checkpoint);
            double nanos = Clocks.threadCpuNanos() - before;
            if (nanos > LONG_ENOUGH_NANOS) {
                return Math.max(1, Math.round(turns * seconds * 1e9 / nanos));
            }
            turns *= 2;
        }
    }
}
