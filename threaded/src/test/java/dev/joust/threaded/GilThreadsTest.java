package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.contract.StubService;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GilThreadsTest {
    private static final Step COMPUTE = new Step.Compute(Kernel.MIX, Duration.ofMillis(1));
    private static final Step UNCALIBRATED = new Step.Compute(Kernel.SIEVE, Duration.ofMillis(1));
    private static final Step SLEEP = new Step.Sleep(Duration.ofNanos(1));

    @Test
    void onlyOneUnitComputesAtATimeWhateverTheCoresAndTheSlots() {
        assertThat(new GilThreads().ceiling(16, 100)).isEqualTo(new Ceiling(1, 100));
    }

    @Test
    void aUnitTakesTheLockOnceAndAgainAfterEachBlockingStep() throws Exception {
        try (var runner = start(Setup.NOWHERE, 1, Map.of())) {
            assertThat(outcome(runner, COMPUTE, COMPUTE)).isInstanceOf(Outcome.Done.class);
            assertThat(runner.counters()).containsEntry("lock-acquisitions", 1.0);
            assertThat(outcome(runner, COMPUTE, SLEEP, SLEEP)).isInstanceOf(Outcome.Done.class);
            assertThat(runner.counters())
                    .containsEntry("lock-acquisitions", 4.0)
                    .containsEntry("lock-contended-acquisitions", 0.0);
        }
    }

    @Test
    void aUnitThatThrowsFailsAndReleasesTheLock() throws Exception {
        try (var runner = start(Setup.NOWHERE, 2, Map.of())) {
            assertThatThrownBy(() -> outcome(runner, UNCALIBRATED))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("sieve is not calibrated");
            for (int i = 0; i < 2; i++) {
                assertThat(outcome(runner, COMPUTE)).isInstanceOf(Outcome.Done.class);
            }
        }
    }

    @Test
    void theLockIsNotHeldWhenAUnitCompletes() throws Exception {
        try (var service = StubService.started();
                var held = service.hold();
                var runner = start(service.address(), 2, Map.of())) {
            // the service holds the call, so that it completes on a thread of the model; that thread then waits for a
            // unit that needs the lock
            var within = runner.run(work(new Step.Call(Duration.ZERO, 1)))
                    .thenApply(done -> runner.run(work(COMPUTE))
                            .toCompletableFuture()
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .toCompletableFuture();
            held.open();
            assertThat(within.get()).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aUnitThatWaitsForTheServiceLetsOthersCompute() throws Exception {
        try (var service = StubService.started();
                var held = service.hold();
                var runner = start(service.address(), 2, Map.of())) {
            var waiting = runner.run(work(new Step.Call(Duration.ZERO, 1))).toCompletableFuture();
            assertThat(held.arrivals(1, Duration.ofSeconds(20))).isTrue();
            assertThat(outcome(runner, COMPUTE)).isInstanceOf(Outcome.Done.class);
            assertThat(waiting).isNotDone();
            held.open();
            assertThat(waiting.get()).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void threadsThatAreSwitchedOutInAMonitorDoNotBlockThoseThatWantIt() throws Exception {
        // 10,000 units of the kernel, some 250 us: several intervals
        var section = new Step.Monitor(Duration.ofMillis(100));
        try (var runner = start(Setup.NOWHERE, 8, Map.of("interval", "20us"))) {
            var units = Stream.generate(() -> runner.run(work(section, section)).toCompletableFuture())
                    .limit(64)
                    .toList();
            for (var unit : units) {
                assertThat(unit.get()).isInstanceOf(Outcome.Done.class);
            }
            assertThat(runner.counters().get("lock-contended-acquisitions")).isPositive();
        }
    }

    @Test
    void closingFailsUnitsThatHaveNotBegunAndRefusesLaterOnes() throws Exception {
        try (var service = StubService.started();
                var held = service.hold()) {
            var runner = start(service.address(), 1, Map.of());
            var call = work(new Step.Call(Duration.ZERO, 1));
            var begun = runner.run(call).toCompletableFuture();
            var queued = runner.run(call).toCompletableFuture();
            assertThat(held.arrivals(1, Duration.ofSeconds(20))).isTrue();
            runner.close();
            assertThat(queued.get()).isEqualTo(new Outcome.Failed("the model was closed before the unit began"));
            assertThat(begun.get()).isInstanceOf(Outcome.Failed.class);
            assertThat(runner.run(call).toCompletableFuture()).isCompletedExceptionally();
        }
    }

    @Test
    void theOptionsAreIntervalForcedHandoffAndWindow() throws Exception {
        for (var handover : List.of(Map.of("handoff", "fifo"), Map.of("handoff", "glibc", "window", "700ns"))) {
            var options = new TreeMap<>(handover);
            options.putAll(Map.of("interval", "100us", "forced", "false"));
            try (var runner = start(Setup.NOWHERE, 2, options)) {
                assertThat(outcome(runner, COMPUTE)).isInstanceOf(Outcome.Done.class);
            }
        }
        assertThatThrownBy(() -> start(Setup.NOWHERE, 2, Map.of("intervall", "5ms")))
                .hasMessage("unknown option 'intervall' of gil-threads; known: forced, handoff, interval, window");
        assertThatThrownBy(() -> start(Setup.NOWHERE, 2, Map.of("forced", "no")))
                .hasMessage("option 'forced' of gil-threads must be true or false, found 'no'");
        assertThatThrownBy(() -> start(Setup.NOWHERE, 2, Map.of("handoff", "fair")))
                .hasMessage("option 'handoff' of gil-threads must be glibc or fifo, found 'fair'");
        assertThatThrownBy(() -> start(Setup.NOWHERE, 2, Map.of("handoff", "fifo", "window", "1us")))
                .hasMessage("option 'window' of gil-threads must not be given: handoff is fifo");
    }

    @Test
    void theHandoverWindowIsReportedWhereThereIsOne() throws Exception {
        assertThat(countersAfterAUnit(Map.of())).containsEntry("lock-handover-window-micros", 1.0);
        assertThat(countersAfterAUnit(Map.of("window", "700ns"))).containsEntry("lock-handover-window-micros", 0.7);
        assertThat(countersAfterAUnit(Map.of("handoff", "fifo"))).doesNotContainKey("lock-handover-window-micros");
    }

    @Test
    void theWaitForTheLockIsReportedPerUnit() throws Exception {
        try (var runner = start(Setup.NOWHERE, 1, Map.of())) {
            assertThat(runner.counters()).doesNotContainKey("lock-wait-micros-per-unit");
        }
        assertThat(countersAfterAUnit(Map.of())).containsEntry("lock-wait-micros-per-unit", 0.0);
    }

    private static Map<String, Double> countersAfterAUnit(Map<String, String> options) throws Exception {
        try (var runner = start(Setup.NOWHERE, 1, options)) {
            assertThat(outcome(runner, COMPUTE)).isInstanceOf(Outcome.Done.class);
            return runner.counters();
        }
    }

    private static Outcome outcome(WorkRunner runner, Step... steps) throws Exception {
        return runner.run(work(steps)).toCompletableFuture().get();
    }

    private static Work work(Step... steps) {
        return new Work("work", 4711, List.of(steps));
    }

    private static WorkRunner start(URI service, int slots, Map<String, String> options) {
        var body = new TaskBody(new Calibration(Map.of("mix", 100.0)), Path.of("nowhere"));
        return new GilThreads().start(new Setup(service, 2, slots, body, options));
    }
}
