package dev.joust.threaded;

import dev.joust.trial.Checkpoint;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the lock costs without waiters: acquiring and releasing it, beside the two clock readings that are part of it;
 * and an idle poll per iteration of a loop, beside the same loop without a poll.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class InterpreterLockBenchmark {
    private static final int ITERATIONS = 10_000;

    @Param({"fifo", "glibc"})
    private String handover;

    private InterpreterLock lock;
    private Checkpoint checkpoint;
    private long seed = 42;

    @Setup
    public void make() {
        var policy = handover.equals("fifo") ? new HandoverPolicy.Fifo() : HandoverPolicy.Glibc.calibrated();
        lock = new InterpreterLock(Duration.ofMillis(5), true, policy);
        checkpoint = lock.checkpoint();
    }

    @Benchmark
    public void acquireAndRelease() {
        lock.acquire();
        lock.release();
    }

    @Benchmark
    public long twoClockReadings() {
        return System.nanoTime() - System.nanoTime();
    }

    @Benchmark
    @OperationsPerInvocation(ITERATIONS)
    public long loop() {
        long x = seed;
        for (int i = 0; i < ITERATIONS; i++) {
            x = x * 0xD1342543DE82EF95L + i;
        }
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(ITERATIONS)
    public long loopWithIdlePoll() {
        var idle = checkpoint;
        long x = seed;
        for (int i = 0; i < ITERATIONS; i++) {
            x = x * 0xD1342543DE82EF95L + i;
            idle.poll();
        }
        return x;
    }
}
