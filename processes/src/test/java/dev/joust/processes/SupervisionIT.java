package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.scenario.Step;
import dev.joust.trial.CounterNames;
import dev.joust.trial.Outcome;
import dev.joust.trial.ThisRuntime;
import dev.joust.trial.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("try") // a hold on the service ends in the middle of a test, and in any case at its end
final class SupervisionIT {
    /** The first call of a new worker takes a second on a busy machine. */
    private static final Map<String, String> SHORT_DEADLINE = Map.of("deadline", "2s");

    @TempDir
    Path folder;

    @Test
    void aWorkerThatIsKilledFailsOnlyTheUnitThatItRunsAndIsReplaced() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 2, folder)) {
            var works = List.of(pool.work(PoolFixture.CALL), pool.work(PoolFixture.CALL));
            long victim;
            try (var hold = pool.service().hold()) {
                var units = works.stream().map(pool::run).toList();
                assertThat(hold.arrivals(2, PoolFixture.TIMEOUT))
                        .as("both units run")
                        .isTrue();
                victim = pool.workers().pids().getFirst();
                PoolFixture.kill(victim);
                assertThat(PoolFixture.outcome(CompletableFuture.anyOf(units.toArray(CompletableFuture[]::new))))
                        .isEqualTo(new Outcome.Failed(
                                String.format(Locale.ROOT, "worker %d ended: exit status 137 (signal 9)", victim)));
                hold.close();
                var outcomes = List.of(PoolFixture.outcome(units.getFirst()), PoolFixture.outcome(units.getLast()));
                assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Failed.class);
                assertThat(outcomes)
                        .containsAnyElementsOf(works.stream().map(pool::right).toList());
            }
            assertBothSlotsWork(pool);
            assertThat(pool.workers().pids()).hasSize(2).doesNotContain(victim);
            assertThat(pool.workers().counters())
                    .containsEntry("workersStarted", 3.0)
                    .containsEntry("workersReplaced", 1.0)
                    .containsEntry(CounterNames.HEAP, 2 * ThisRuntime.heapMib());
        }
    }

    private static void assertBothSlotsWork(PoolFixture pool) throws Exception {
        try (var hold = pool.service().hold()) {
            var units = Stream.of(pool.work(PoolFixture.CALL), pool.work(PoolFixture.CALL))
                    .map(pool::run)
                    .toList();
            assertThat(hold.arrivals(2, PoolFixture.TIMEOUT))
                    .as("two workers have a unit")
                    .isTrue();
            hold.close();
            for (var unit : units) {
                assertThat(PoolFixture.outcome(unit)).isInstanceOf(Outcome.Done.class);
            }
        }
    }

    @Test
    void anIdleWorkerThatIsKilledIsReplacedAndNoUnitFails() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder)) {
            pool.assertWorks();
            long victim = pool.workers().pids().getFirst();
            PoolFixture.kill(victim);
            await().atMost(PoolFixture.TIMEOUT)
                    .until(() -> !pool.workers().pids().contains(victim));
            pool.assertWorks();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_START", "NO_HELLO", "ANSWER_TOO_MANY"})
    void aWorkerThatBreaksTheProtocolIsKilledAndItsUnitFailsWithTheReason(FakeWorker.Trick trick) throws Exception {
        try (var pool = new PoolFixture(FakeWorker.command(trick, folder), 1, folder)) {
            long pid = pool.workers().pids().getFirst();
            var outcome = PoolFixture.outcome(pool.run(pool.work(PoolFixture.MIX)));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                    .startsWith(String.format(Locale.ROOT, "worker %d ", pid))
                    .contains(trick.reason)
                    .endsWith("; its error log ends: I am " + trick));
        }
    }

    @Test
    void aWorkerThatAnswersTwiceIsReplacedAndItsSecondAnswerIsDropped() throws Exception {
        try (var pool = new PoolFixture(FakeWorker.command(FakeWorker.Trick.ANSWER_TOO_MANY, folder), 1, folder)) {
            long pid = pool.workers().pids().getFirst();
            assertThat(PoolFixture.outcome(pool.run(pool.work(PoolFixture.MIX))))
                    .isEqualTo(new Outcome.Done(0, 0, 0));
            await().atMost(PoolFixture.TIMEOUT)
                    .until(() -> pool.workers().pids().size() == 1
                            && !pool.workers().pids().contains(pid));
        }
    }

    @Test
    void aWorkerThatHangsPastItsDeadlineFailsItsUnitAndIsReplaced() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder, SHORT_DEADLINE)) {
            pool.assertWorks(PoolFixture.MIX);
            long pid = pool.workers().pids().getFirst();
            stop(pid);
            var unit = pool.run(pool.work(PoolFixture.MIX));
            assertThat(unit.get(4, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome.Failed(String.format(
                            Locale.ROOT, "worker %d was killed: a unit took longer than its deadline of PT2S", pid)));
            pool.assertWorks(PoolFixture.MIX);
        }
    }

    @Test
    void aWorkerThatIsIdleForLongerThanTheDeadlineIsKept() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder, SHORT_DEADLINE)) {
            pool.assertWorks(PoolFixture.MIX);
            var pids = pool.workers().pids();
            pool.run(pool.work(new Step.Sleep(Duration.ofMillis(100)))).get();
            await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);
            assertThat(pool.workers().pids()).isEqualTo(pids);
        }
    }

    @Test
    void aUnitThatIsSafeToRetryIsDoneByAnotherWorkerWhenItsOwnEnds() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder, Map.of("retry", "safe, sure"));
                var hold = pool.service().hold()) {
            var safe = new Work("safe", 1, List.of(PoolFixture.CALL));
            var unit = pool.run(safe);
            assertThat(hold.arrivals(1, PoolFixture.TIMEOUT)).isTrue();
            PoolFixture.kill(pool.workers().pids().getFirst());
            assertThat(hold.arrivals(1, PoolFixture.TIMEOUT))
                    .as("called once more")
                    .isTrue();
            hold.close();
            assertThat(PoolFixture.outcome(unit)).isEqualTo(pool.right(safe));
        }
    }

    @Test
    void aUnitThatIsSafeToRetryFailsWhenItsSecondWorkerEndsToo() throws Exception {
        try (var pool = new PoolFixture(
                FakeWorker.command(FakeWorker.Trick.EXIT, folder), 1, folder, Map.of("retry", "unit"))) {
            assertThat(PoolFixture.outcome(pool.run(pool.work(PoolFixture.MIX))))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(FakeWorker.started(folder)).hasSizeBetween(2, 3);
        }
    }

    @Test
    void unitsThatLieReadyAtAWorkerThatIsKilledAreDoneByAnother() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder)) {
            for (int i = 0; i < 100; i++) {
                pool.assertWorks(PoolFixture.TINY);
            }
            long victim = pool.workers().pids().getFirst();
            stop(victim);
            // the worker gets the first at once; when it has answered, the others lie ready there
            var units =
                    Stream.generate(() -> pool.work(PoolFixture.TINY)).limit(50).toList();
            var outcomes = units.stream().map(pool::run).toList();
            PoolFixture.kill(victim);
            assertThat(PoolFixture.outcome(outcomes.getFirst())).isInstanceOf(Outcome.Failed.class);
            for (int i = 1; i < 50; i++) {
                assertThat(PoolFixture.outcome(outcomes.get(i))).isEqualTo(pool.right(units.get(i)));
            }
        }
    }

    @Test
    void ofUnitsThatLieReadyOnlyTheOneThatWasBegunFailsWithItsWorker() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder)) {
            var call = new Step.Call(Duration.ZERO, 100);
            for (int i = 0; i < 100; i++) {
                pool.assertWorks(call);
            }
            long victim = pool.workers().pids().getFirst();
            stop(victim);
            try (var hold = pool.service().hold()) {
                var first = pool.run(pool.work(PoolFixture.TINY));
                var calls = Stream.generate(() -> pool.work(call)).limit(3).toList();
                var outcomes = calls.stream().map(pool::run).toList();
                signal("CONT", victim);
                assertThat(PoolFixture.outcome(first)).isInstanceOf(Outcome.Done.class);
                assertThat(hold.arrivals(1, PoolFixture.TIMEOUT)).isTrue();
                PoolFixture.kill(victim);
                assertThat(PoolFixture.outcome(outcomes.getFirst())).isInstanceOf(Outcome.Failed.class);
                hold.close();
                for (int i = 1; i < 3; i++) {
                    assertThat(PoolFixture.outcome(outcomes.get(i))).isEqualTo(pool.right(calls.get(i)));
                }
            }
        }
    }

    private static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits for each thread: a process stops one thread after the other, when that next has a core. */
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
