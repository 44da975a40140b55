package dev.joust.fidelity;

import dev.joust.trial.Checkpoint;

/**
 * Work that a compiler can neither skip nor fold: multiplications that depend on each other, with a published result.
 * The shift between two of them is needed: the JVM's C2 compiler makes a chain of {@code x * a + c} a single
 * multiplication, whatever its length. An iteration takes about as long as that of a small Python loop, some 40 ns. So
 * a thread polls the lock about as often as CPython polls its eval breaker.
 */
final class Chain {
    private static final int MULTIPLICATIONS = 20;
    private static final double MIN_CALIBRATION_NANOS = 100e6;

    /** Receives the results, so that the compiler keeps the work. */
    static volatile long sink;

    private Chain() {}

    static long iterate(long x) {
        long y = x;
        for (int i = 0; i < MULTIPLICATIONS; i++) {
            y = (y ^ (y >>> 32)) * 0x9E3779B97F4A7C15L;
        }
        return y;
    }

    /** Computes with a poll per iteration, as a loop in Python. */
    static void burn(long iterations, Checkpoint checkpoint) {
        long x = iterations;
        for (long i = 0; i < iterations; i++) {
            x = iterate(x);
            checkpoint.poll();
        }
        sink = x;
    }

    /** Computes without a poll, as one call into C. */
    static void burnUnpolled(long iterations) {
        long x = iterations;
        for (long i = 0; i < iterations; i++) {
            x = iterate(x);
        }
        sink = x;
    }

    /** The number of iterations that take this CPU time, measured on the calling thread, warm. */
    static long iterationsIn(double seconds, Checkpoint checkpoint) {
        long iterations = 1 << 16;
        while (true) {
            double before = Clocks.threadCpuNanos();
            burn(iterations, checkpoint);
            double nanos = Clocks.threadCpuNanos() - before;
            if (nanos > MIN_CALIBRATION_NANOS) {
                return Math.max(1, Math.round(iterations * seconds * 1e9 / nanos));
            }
            iterations *= 2;
        }
    }
}
