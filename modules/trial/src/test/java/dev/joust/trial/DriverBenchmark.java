package dev.joust.trial;

import dev.joust.scenario.WorkClass;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the instrument costs per unit: recording it, and driving it through the null model and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class DriverBenchmark {
    private static final int UNITS = 1_000;

    private final Work work = new Work("nothing", 42, List.of());
    private final Completion completion =
            new Completion(new Completion.SentUnit(0, work, 1, 2), 3, new Outcome.Done(42, 0, 0));
    private final int[] order = new int[UNITS];
    private WorkRunner runner;
    private Driver driver;

    @Setup
    public void start() {
        var body = new TaskBody(new Calibration(Map.of()), Path.of("unused"));
        runner = new NullModel().start(new dev.joust.trial.Setup(dev.joust.trial.Setup.NOWHERE, 1, 1, body, Map.of()));
        driver = new Driver(NanoClock.SYSTEM, runner, Duration.ofSeconds(60));
    }

    @TearDown(Level.Trial)
    public void stop() {
        runner.close();
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public Recorder recorder() {
        var recorder = new Recorder();
        for (int i = 0; i < UNITS; i++) {
            recorder.record(completion);
        }
        return recorder;
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public MeasuredWindow driverAndNullModel() throws InterruptedException {
        var units = new UnitSequence(List.of(new WorkClass("nothing", 1, List.of())), 42);
        return driver.batch(units, order, List.of(new Recorder()), WindowListener.NONE);
    }
}
