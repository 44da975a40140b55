package dev.joust.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Oracle;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HybridTest {
    private static final Step LONG = new Step.Compute(Kernel.MIX, Duration.ofMinutes(10));
    private static final Step SHORT = new Step.Compute(Kernel.MIX, Duration.ofMillis(1));
    private static final Step NAP = new Step.Sleep(Duration.ofMillis(1));

    @TempDir
    private Path scratch;

    @Test
    void theLoopGoesOnWhileBothWorkersCompute() throws Exception {
        try (var runner = started()) {
            runner.run(work(1, LONG));
            runner.run(work(2, LONG));
            var nap = work(3, NAP, NAP);
            assertThat(outcome(runner, nap)).isEqualTo(right(nap));
        }
    }

    @Test
    void aUnitGoesFromTheLoopToAWorkerAndBack() throws Exception {
        try (var runner = started()) {
            var work = work(4, NAP, SHORT, new Step.Native(Kernel.PBKDF2, Duration.ofMillis(1)), NAP, SHORT);
            assertThat(outcome(runner, work)).isEqualTo(right(work));
            assertThat(runner.counters())
                    .containsEntry("workersStarted", 2.0)
                    .containsEntry("bytesToWorkers", bytes(runner))
                    .containsKey("loop-iterations");
            assertThat(bytes(runner)).isPositive();
        }
    }

    @Test
    void aWorkerThatIsKilledFailsTheUnitWhoseStepItHadAndIsReplaced() throws Exception {
        try (var runner = started()) {
            double before = bytes(runner);
            var lost = runner.run(work(5, LONG)).toCompletableFuture();
            var alsoLost = runner.run(work(6, LONG)).toCompletableFuture();
            // both compute once each has a message of 21 bytes and a class of work of 30 to 60
            await().atMost(Duration.ofSeconds(30)).until(() -> bytes(runner) >= before + 2 * (21 + 30));
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            for (var unit : List.of(lost, alsoLost)) {
                assertThat(unit.get(30, TimeUnit.SECONDS))
                        .asString()
                        .containsPattern("worker \\d+ ended: exit status 137 \\(signal 9\\)");
            }
            var work = work(7, SHORT);
            assertThat(outcome(runner, work)).isEqualTo(right(work));
        }
    }

    @Test
    void kernelsAreWarmedInTheWorkersAlone() throws Exception {
        var impossible = new Calibration(Map.of("mix", 1e6)); // a nanosecond for 16 dependent multiplications
        var setup = new Setup(Setup.NOWHERE, 2, 8, new TaskBody(impossible, scratch), Map.of());
        try (var runner = new Hybrid().start(setup)) {
            assertThat(runner.warm(new KernelWarmUp(impossible, List.of(Kernel.MIX), Duration.ofMillis(1))))
                    .isEqualTo(2);
        }
    }

    @Test
    void optionsAreRefused() {
        var setup = new Setup(Setup.NOWHERE, 2, 8, body(), Map.of("offload", "none"));
        assertThatThrownBy(() -> new Hybrid().start(setup))
                .hasMessage("unknown option 'offload' of hybrid; known: none");
    }

    private static double bytes(WorkRunner runner) {
        return runner.counters().get("bytesToWorkers");
    }

    private WorkRunner started() {
        return new Hybrid().start(new Setup(Setup.NOWHERE, 2, 8, body(), Map.of()));
    }

    private TaskBody body() {
        return new TaskBody(new Calibration(Map.of("mix", 1_000.0, "pbkdf2", 10.0)), scratch);
    }

    private static Work work(long seed, Step... steps) {
        return new Work("unit", seed, List.of(steps));
    }

    private static Outcome outcome(WorkRunner runner, Work work) throws Exception {
        return runner.run(work).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private Outcome right(Work work) {
        return new Outcome.Done(new Oracle(body()).digest(work), 0, 0);
    }
}
