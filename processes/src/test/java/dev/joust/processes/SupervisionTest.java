package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("try") // a gate is closed in the midst, to let requests through, and in any case
final class SupervisionTest {
    /** A first call takes a second in a worker that has just begun on a busy machine. */
    private static final Map<String, String> SOON = Map.of("deadline", "2s");

    @TempDir
    Path folder;

    @Test
    void aWorkerKilledInMidUnitFailsThatUnitAloneAndIsReplaced() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 2, folder)) {
            var works = List.of(bench.work(PoolBenchmark.CALL), bench.work(PoolBenchmark.CALL));
            long victim;
            try (var gate = bench.service().hold()) {
                var units = works.stream().map(bench::run).toList();
                assertThat(gate.arrivals(2, PoolBenchmark.PATIENCE))
                        .as("both are in mid-unit")
                        .isTrue();
                victim = bench.pool().pids().getFirst();
                PoolBenchmark.kill(victim);
                assertThat(PoolBenchmark.outcome(CompletableFuture.anyOf(units.toArray(CompletableFuture[]::new))))
                        .isEqualTo(new Outcome.Failed("worker %d ended: exit status 137 (signal 9)".formatted(victim)));
                gate.close();
                var outcomes = List.of(PoolBenchmark.outcome(units.getFirst()), PoolBenchmark.outcome(units.getLast()));
                assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Failed.class);
                assertThat(outcomes)
                        .containsAnyElementsOf(works.stream().map(bench::right).toList());
            }
            assertBothSlotsWork(bench);
            assertThat(bench.pool().pids()).hasSize(2).doesNotContain(victim);
            assertThat(bench.pool().counters())
                    .containsEntry("workersStarted", 3.0)
                    .containsEntry("workersReplaced", 1.0);
        }
    }

    private static void assertBothSlotsWork(PoolBenchmark bench) throws Exception {
        try (var gate = bench.service().hold()) {
            var units = Stream.of(bench.work(PoolBenchmark.CALL), bench.work(PoolBenchmark.CALL))
                    .map(bench::run)
                    .toList();
            assertThat(gate.arrivals(2, PoolBenchmark.PATIENCE))
                    .as("two workers have a unit")
                    .isTrue();
            gate.close();
            for (var unit : units) {
                assertThat(PoolBenchmark.outcome(unit)).isInstanceOf(Outcome.Done.class);
            }
        }
    }

    @Test
    void aWorkerKilledWhileIdleIsReplacedAndNoUnitFails() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder)) {
            bench.assertWorks();
            long victim = bench.pool().pids().getFirst();
            PoolBenchmark.kill(victim);
            await().atMost(PoolBenchmark.PATIENCE)
                    .until(() -> !bench.pool().pids().contains(victim));
            bench.assertWorks();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_START", "ANSWER_TOO_MANY"})
    void aWorkerThatAnswersRubbishIsEndedAndItsUnitFailsWithTheReason(FakeWorker.Trick trick) throws Exception {
        try (var bench = new PoolBenchmark(FakeWorker.command(trick, folder), 1, folder)) {
            long pid = bench.pool().pids().getFirst();
            var outcome = PoolBenchmark.outcome(bench.run(bench.work(PoolBenchmark.MIX)));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                    .startsWith("worker %d ".formatted(pid))
                    .contains(trick.told)
                    .endsWith("; its last words: I am " + trick));
        }
    }

    @Test
    void aWorkerThatAnswersTwiceIsReplacedAndTheSecondAnswerIsNobodys() throws Exception {
        try (var bench = new PoolBenchmark(FakeWorker.command(FakeWorker.Trick.ANSWER_TOO_MANY, folder), 1, folder)) {
            long pid = bench.pool().pids().getFirst();
            assertThat(PoolBenchmark.outcome(bench.run(bench.work(PoolBenchmark.MIX))))
                    .isEqualTo(new Outcome.Done(0, 0, 0));
            await().atMost(PoolBenchmark.PATIENCE)
                    .until(() -> bench.pool().pids().size() == 1
                            && !bench.pool().pids().contains(pid));
        }
    }

    @Test
    void aWorkerThatHangsPastItsDeadlineFailsItsUnitAndIsReplaced() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder, SOON)) {
            bench.assertWorks(PoolBenchmark.MIX);
            long pid = bench.pool().pids().getFirst();
            stop(pid);
            var unit = bench.run(bench.work(PoolBenchmark.MIX));
            assertThat(unit.get(4, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome.Failed(
                            "worker %d was ended: it was at a unit for longer than its deadline of PT2S"
                                    .formatted(pid)));
            bench.assertWorks(PoolBenchmark.MIX);
        }
    }

    @Test
    void aWorkerThatIsIdleForLongerThanItsDeadlineLives() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder, SOON)) {
            bench.assertWorks(PoolBenchmark.MIX);
            var pids = bench.pool().pids();
            bench.run(bench.work(new Step.Sleep(Duration.ofMillis(100)))).get();
            await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);
            assertThat(bench.pool().pids()).isEqualTo(pids);
        }
    }

    @Test
    void onlyAUnitThatIsSafeToRetryIsDoneByAnotherWorkerWhenItsOwnEnds() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder, Map.of("retry", "safe, sure"));
                var gate = bench.service().hold()) {
            var safe = new Work("safe", 1, List.of(PoolBenchmark.CALL));
            var unit = bench.run(safe);
            assertThat(gate.arrivals(1, PoolBenchmark.PATIENCE)).isTrue();
            PoolBenchmark.kill(bench.pool().pids().getFirst());
            assertThat(gate.arrivals(1, PoolBenchmark.PATIENCE))
                    .as("asked once more")
                    .isTrue();
            gate.close();
            assertThat(PoolBenchmark.outcome(unit)).isEqualTo(bench.right(safe));
        }
    }

    @Test
    void aUnitThatIsSafeToRetryFailsWhenASecondWorkerEndsInTheMidstOfIt() throws Exception {
        try (var bench = new PoolBenchmark(
                FakeWorker.command(FakeWorker.Trick.EXIT, folder), 1, folder, Map.of("retry", "bench"))) {
            assertThat(PoolBenchmark.outcome(bench.run(bench.work(PoolBenchmark.MIX))))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(FakeWorker.started(folder)).hasSizeBetween(2, 3);
        }
    }

    @Test
    void whatLaysReadyAtAWorkerThatWasKilledIsDoneByAnother() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder)) {
            for (int i = 0; i < 100; i++) {
                bench.assertWorks(PoolBenchmark.TINY);
            }
            long victim = bench.pool().pids().getFirst();
            stop(victim);
            // the first is given to it at once; when it answers, the others lie ready there
            var units = Stream.generate(() -> bench.work(PoolBenchmark.TINY))
                    .limit(50)
                    .toList();
            var outcomes = units.stream().map(bench::run).toList();
            PoolBenchmark.kill(victim);
            assertThat(PoolBenchmark.outcome(outcomes.getFirst())).isInstanceOf(Outcome.Failed.class);
            for (int i = 1; i < 50; i++) {
                assertThat(PoolBenchmark.outcome(outcomes.get(i))).isEqualTo(bench.right(units.get(i)));
            }
        }
    }

    @Test
    void ofWhatLaysReadyOnlyTheOneThatWasBegunFailsWithItsWorker() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder)) {
            var call = new Step.Call(Duration.ZERO, 100);
            for (int i = 0; i < 100; i++) {
                bench.assertWorks(call);
            }
            long victim = bench.pool().pids().getFirst();
            stop(victim);
            try (var gate = bench.service().hold()) {
                var first = bench.run(bench.work(PoolBenchmark.TINY));
                var calls = Stream.generate(() -> bench.work(call)).limit(3).toList();
                var outcomes = calls.stream().map(bench::run).toList();
                signal("CONT", victim);
                assertThat(PoolBenchmark.outcome(first)).isInstanceOf(Outcome.Done.class);
                assertThat(gate.arrivals(1, PoolBenchmark.PATIENCE)).isTrue();
                PoolBenchmark.kill(victim);
                assertThat(PoolBenchmark.outcome(outcomes.getFirst())).isInstanceOf(Outcome.Failed.class);
                gate.close();
                for (int i = 1; i < 3; i++) {
                    assertThat(PoolBenchmark.outcome(outcomes.get(i))).isEqualTo(bench.right(calls.get(i)));
                }
            }
        }
    }

    private static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** A process stops one thread after the other, each when it next has a core. */
    private static void stop(long pid) throws Exception {
        signal("STOP", pid);
        await().pollInterval(Duration.ofMillis(2)).until(() -> stopped(pid));
    }

    private static boolean stopped(long pid) throws IOException {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (var thread : threads.toList()) {
                var stat = Files.readString(thread.resolve("stat"));
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
            return true;
        }
    }
}
