package dev.joust.reactive;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.WorkRunner;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a unit costs on one Vert.x loop that takes turns, each unit through a timer, and on one where a unit goes on in
 * the callback that brings its answer. A unit calls a service, or sleeps for no time; 64 are in flight.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TurnsBenchmark {
    private static final int IN_FLIGHT = 64;

    /** How a unit goes on. */
    @Param({"turns", "callbacks"})
    public String how;

    /** What a unit does. */
    @Param({"call", "sleep"})
    public String step;

    private RawService service;
    private WorkRunner runner;
    private Step one;

    /** For JMH. */
    public TurnsBenchmark() {}

    /** Starts the loop and the service. */
    @org.openjdk.jmh.annotations.Setup
    public void start() {
        service = new RawService((path, n, out) -> {
            out.write(RawService.ok("hello"));
            return true;
        });
        var setup = new dev.joust.trial.Setup(service.address(), 1, IN_FLIGHT, Loops.BODY, Map.of());
        var loops = VertxClient.start(service.address(), IN_FLIGHT, Transport.NIO, 1);
        runner = how.equals("turns") ? new LoopRunner(setup, loops.getFirst()) : new LoopsRunner(setup, loops);
        one = step.equals("call") ? Loops.CALL : new Step.Sleep(Duration.ZERO);
    }

    /** Runs as many units as are in flight, to the last. */
    @Benchmark
    @OperationsPerInvocation(IN_FLIGHT)
    public List<Outcome> units() {
        var units = Stream.generate(() -> runner.run(Loops.unit(one)).toCompletableFuture())
                .limit(IN_FLIGHT)
                .toList();
        return units.stream().map(CompletableFuture::join).toList();
    }

    /** Ends both. */
    @TearDown
    public void stop() throws IOException {
        runner.close();
        service.close();
    }
}
