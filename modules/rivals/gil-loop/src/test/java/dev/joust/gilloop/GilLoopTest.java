package dev.joust.gilloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GilLoopTest {
    private static final Step TINY = new Step.Compute(Kernel.MIX, Duration.ofNanos(1));
    private static final Step LONG = new Step.Compute(Kernel.MIX, Duration.ofMillis(500));
    private static final Step UNCALIBRATED = new Step.Compute(Kernel.SIEVE, Duration.ofMillis(1));
    private static final Step SLEEP = new Step.Sleep(Duration.ofMillis(1));

    private static final HandoverPolicy FIFO = new HandoverPolicy.Fifo();

    private final InterpreterLock lock = new InterpreterLock(Duration.ofMillis(1), true, FIFO);

    @Test
    void onlyOneUnitComputesAtATimeWhateverTheCoresAndTheSlots() {
        assertThat(new GilLoop().ceiling(16, 100)).isEqualTo(new Ceiling(1, 100));
    }

    @Test
    void aTimerGetsTheLockBesideAComputationThatOnlyPolls() throws Exception {
        try (var runner = GilLoop.start(setup(Map.of()), lock, FIFO, true)) {
            outcome(runner, TINY);
            var checkpoint = lock.checkpoint();
            lock.acquire(); // the test's thread computes until the timer is done
            var sleeping = runner.run(work(SLEEP)).toCompletableFuture();
            while (!sleeping.isDone()) {
                checkpoint.poll();
            }
            lock.release();
            assertThat(sleeping.get()).isInstanceOf(Outcome.Done.class);
            assertThat(runner.counters().get("lock-polled-drops")).isPositive();
        }
    }

    @Test
    void aTimerOvertakesAComputationOnAThreadThatPolls() throws Exception {
        try (var runner = GilLoop.start(setup(Map.of()), lock, FIFO, true)) {
            outcome(runner, TINY);
            double before = runner.counters().get("lock-polled-drops");
            // on a busy machine all sleeps may end before the computation gets a core
            await().untilAsserted(() -> {
                assertThat(orderOfCompletion(runner)).containsExactly("sleep", "compute");
                assertThat(runner.counters().get("lock-polled-drops")).isGreaterThan(before);
            });
        }
    }

    @Test
    void aTimerWaitsForAComputationOnTheLoop() throws Exception {
        try (var runner = GilLoop.start(setup(Map.of()), lock, FIFO, false)) {
            assertThat(orderOfCompletion(runner)).containsExactly("compute", "sleep");
            assertThat(runner.counters()).containsEntry("lock-polled-drops", 0.0);
        }
    }

    @Test
    void aComputationOnTheLoopPollsForOtherThreads() throws Exception {
        try (var runner = GilLoop.start(setup(Map.of()), lock, FIFO, false)) {
            var computing = runner.run(work(LONG)).toCompletableFuture();
            long polled = 0;
            while (polled == 0 && !computing.isDone()) {
                lock.acquire();
                lock.release();
                polled = lock.statistics().drops().polled();
            }
            assertThat(polled).as("requests that the computation saw at a poll").isPositive();
            assertThat(computing.get()).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void theLockIsNotHeldWhenAUnitCompletes() throws Exception {
        for (boolean offload : new boolean[] {true, false}) {
            try (var runner = GilLoop.start(setup(Map.of()), lock, FIFO, offload)) {
                for (var last : List.of(SLEEP, TINY, UNCALIBRATED)) {
                    // attached by a completion on the loop, so that it runs there
                    var release = runner.run(work(SLEEP))
                            .thenCompose(done -> runner.run(work(SLEEP, last)).handle((outcome, failure) -> {
                                lock.release();
                                return outcome;
                            }))
                            .toCompletableFuture();
                    assertThatThrownBy(release::get).hasRootCauseInstanceOf(IllegalMonitorStateException.class);
                }
            }
        }
    }

    @Test
    void aComputationThatThrowsFailsItsUnitAndReleasesTheLock() throws Exception {
        try (var runner = GilLoop.start(setup(Map.of()), lock, FIFO, true)) {
            assertThat(outcome(runner, UNCALIBRATED))
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                            .contains("sieve is not calibrated"));
            assertThat(outcome(runner, TINY)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void closingEndsAComputationsUnitWithoutWaitingForIt() throws Exception {
        var runner = GilLoop.start(setup(Map.of()), lock, FIFO, true);
        var computing = runner.run(work(LONG, LONG, LONG, LONG, LONG, LONG)).toCompletableFuture();
        runner.close();
        assertThat(computing.get()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void theCountersAreThoseOfTheLockAndOfTheLoop() throws Exception {
        try (var runner = new GilLoop().start(setup(Map.of()))) {
            outcome(runner, TINY);
            assertThat(runner.counters())
                    .containsKeys("lock-acquisitions", "lock-forced-switches", "lock-switches")
                    .containsKeys("lock-contended-acquisitions", "loop-iterations", "loop-ready-units-max");
        }
    }

    @Test
    void theOptionsAreThoseOfTheLockAndOffload() throws Exception {
        try (var runner =
                new GilLoop().start(setup(Map.of("interval", "100us", "forced", "false", "offload", "none")))) {
            assertThat(outcome(runner, TINY)).isInstanceOf(Outcome.Done.class);
        }
        assertRefused(
                "intervall",
                "5ms",
                "unknown option 'intervall' of gil-loop; known: forced, handoff, interval, offload, window");
        assertRefused("forced", "no", "option 'forced' of gil-loop must be true or false, found 'no'");
        assertRefused("offload", "pool", "option 'offload' of gil-loop must be threads or none, found 'pool'");
        assertRefused("interval", "0us", "option 'interval' of gil-loop must be at least 1000ns, found '0us'");
    }

    private static void assertRefused(String option, String value, String message) {
        assertThatThrownBy(
                        () -> new GilLoop().start(setup(Map.of(option, value))).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /**
     * The order in which three sleeps and a long computation complete. A computation without polls would let only one
     * sleep end before it. A completion on the loop starts both, so that one iteration has both.
     */
    private static Iterable<String> orderOfCompletion(WorkRunner runner) throws Exception {
        var order = new ConcurrentLinkedQueue<String>();
        runner.run(work(SLEEP))
                .thenCompose(done -> CompletableFuture.allOf(
                        runner.run(work(SLEEP, SLEEP, SLEEP))
                                .thenRun(() -> order.add("sleep"))
                                .toCompletableFuture(),
                        runner.run(work(LONG))
                                .thenRun(() -> order.add("compute"))
                                .toCompletableFuture()))
                .toCompletableFuture()
                .get();
        return order;
    }

    private static Outcome outcome(WorkRunner runner, Step... steps) throws Exception {
        return runner.run(work(steps)).toCompletableFuture().get();
    }

    private static Work work(Step... steps) {
        return new Work("work", 4711, List.of(steps));
    }

    private static Setup setup(Map<String, String> options) {
        var body = new TaskBody(new Calibration(Map.of("mix", 40_000.0)), Path.of("nowhere"));
        return new Setup(URI.create("http://127.0.0.1:9"), 2, 4, body, options);
    }
}
