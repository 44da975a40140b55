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
 * What the lock costs when nobody wants it: taking and dropping it, beside the two clock readings that are part of it, and an idle poll
 * in each turn of a loop, beside the same loop without.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class InterpreterLockBenchmark {
    private static final int TURNS = 10_000;

    @Param({"fifo", "glibc"})
    private String handOff;

    private InterpreterLock lock;
    private Checkpoint checkpoint;
    private long seed = 42;

    @Setup
    public void make() {
        var kind =
                handOff.equals("fifo") ? new HandoverPolicy.Fifo() : new HandoverPolicy.Glibc(Duration.ofNanos(1_000));
        lock = new InterpreterLock(Duration.ofMillis(5), true, kind);
        checkpoint = lock.checkpoint();
    }

    @Benchmark
    public void takeAndDrop() {
        lock.acquire();
        lock.release();
    }

    @Benchmark
    public long twoClockReadings() {
        return System.nanoTime() - System.nanoTime();
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public long loop() {
        long x = seed;
        for (int turn = 0; turn < TURNS; turn++) {
            x = x * 0xD1342543DE82EF95L + turn;
        }
        return x;
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public long loopWithIdlePoll() {
        var idle = checkpoint;
        long x = seed;
        for (int turn = 0; turn < TURNS; turn++) {
            x = x * 0xD1342543DE82EF95L + turn;
            idle.poll();
        }
        return x;
    }
}
