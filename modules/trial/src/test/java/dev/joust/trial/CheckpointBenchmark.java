package dev.joust.trial;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of a checkpoint in a model without a lock: one unit of {@code mix} with the poll, and without it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CheckpointBenchmark {
    private static final int UNITS = 10_000;

    private long seed = 42;

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public long withoutPoll() {
        long x = seed;
        for (long unit = 0; unit < UNITS; unit++) {
            for (int round = 0; round < 16; round++) {
                x = (x ^ (x >>> 29)) * 0xD1342543DE82EF95L + unit;
            }
        }
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public long withPollOfAFreeModel() {
        return Kernels.mix(seed, UNITS, Checkpoint.NONE);
    }
}
