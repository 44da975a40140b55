package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.processes.FakeWorker.Trick;
import dev.joust.scenario.Kernel;
import dev.joust.trial.Calibration;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers warm the kernels that their units compute. */
@Timeout(60)
final class WorkerWarmUpTest {
    /** A nanosecond for 16 dependent multiplications: no machine reaches this rate. */
    private static final double IMPOSSIBLE = 1e6;

    @TempDir
    private Path scratch;

    @Test
    void everyWorkerWarmsEachKernel() {
        assertThat(warmed(PoolFixture.WORKER, IMPOSSIBLE, List.of(Kernel.MIX, Kernel.MIX, Kernel.MIX)))
                .isEqualTo(2 * 3);
    }

    @Test
    void aWorkerWhoseKernelsReachTheirRatesIsWarm() {
        assertThat(warmed(PoolFixture.WORKER, 1, List.of(Kernel.MIX))).isZero();
    }

    @Test
    void workersAreNotAskedToWarmNothing() {
        assertThat(warmed(FakeWorker.command(Trick.EXIT, scratch), IMPOSSIBLE, List.of()))
                .isZero();
    }

    @Test
    void aWorkerThatEndsInsteadIsNotAwaited() {
        assertThat(warmed(FakeWorker.command(Trick.EXIT, scratch), IMPOSSIBLE, List.of(Kernel.MIX)))
                .isZero();
    }

    private int warmed(WorkerCommand command, double rate, List<Kernel> kernels) {
        var limit = rate == IMPOSSIBLE ? Duration.ofMillis(1) : Duration.ofSeconds(10);
        var calibration = new Calibration(Map.of("mix", rate));
        var setup = new Setup(Setup.NOWHERE, 2, 2, new TaskBody(calibration, scratch), Map.of());
        try (var pool = WorkerPool.start(command, setup, PoolOptions.DEFAULTS)) {
            return pool.warm(new KernelWarmUp(calibration, kernels, limit));
        }
    }
}
