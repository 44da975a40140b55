package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.StubService;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Digest;
import dev.joust.trial.Oracle;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A started pool and the stub of the service that its workers call. */
final class PoolFixture implements AutoCloseable {
    /** What takes longer counts as never. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    static final WorkerCommand WORKER = WorkerCommand.of(WorkerMain.class);
    static final Step CALL = new Step.Call(Duration.ofMillis(1), 100);
    static final Step MIX = new Step.Compute(Kernel.MIX, Duration.ofMillis(1));
    static final Step TINY = new Step.Compute(Kernel.MIX, Duration.ofNanos(1));

    private final StubService service = StubService.started();
    private final Setup setup;
    private final WorkerPool pool;
    private final Oracle oracle;
    private long units;

    PoolFixture(WorkerLauncher launcher, int slots, Path scratch) throws IOException {
        this(launcher, slots, scratch, Map.of());
    }

    PoolFixture(WorkerLauncher launcher, int slots, Path scratch, Map<String, String> options) throws IOException {
        setup = ProtocolSamples.setup(service.address(), slots, scratch, options);
        oracle = new Oracle(setup.body());
        pool = WorkerPool.start(launcher, setup, PoolOptions.of("processes", setup));
    }

    StubService service() {
        return service;
    }

    WorkerPool workers() {
        return pool;
    }

    /** A unit with a seed of its own. */
    Work work(Step... steps) {
        return new Work("unit", Digest.child(4711, units++), List.of(steps));
    }

    CompletableFuture<Outcome> run(Work work) {
        return pool.run(work).toCompletableFuture();
    }

    static Outcome outcome(CompletableFuture<?> unit) throws Exception {
        return (Outcome) unit.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Runs one more unit and checks its outcome. */
    void assertWorks() throws Exception {
        assertWorks(MIX, CALL);
    }

    void assertWorks(Step... steps) throws Exception {
        var work = work(steps);
        assertThat(outcome(run(work))).isEqualTo(right(work));
    }

    Outcome right(Work work) {
        return new Outcome.Done(oracle.digest(work), Oracle.calls(work), 100L * Oracle.calls(work));
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        pool.close();
        service.close();
    }
}
