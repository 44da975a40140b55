package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.trial.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("try") // a gate is closed in the midst, to let requests through, and in any case
final class SupervisionTest {
    private static final WorkerCommand WORKER = WorkerCommand.of(WorkerMain.class);

    @TempDir
    Path folder;

    @Test
    void aWorkerKilledInMidUnitFailsThatUnitAloneAndIsReplaced() throws Exception {
        try (var bench = new Bench(WORKER, 2, folder)) {
            var works = List.of(bench.work(Bench.CALL), bench.work(Bench.CALL));
            long victim;
            try (var gate = bench.service().hold()) {
                var units = works.stream().map(bench::run).toList();
                assertThat(gate.arrivals(2, Bench.PATIENCE))
                        .as("both are in mid-unit")
                        .isTrue();
                victim = bench.pool().pids().getFirst();
                Bench.kill(victim);
                assertThat(Bench.outcome(CompletableFuture.anyOf(units.toArray(CompletableFuture[]::new))))
                        .isEqualTo(new Outcome.Failed("worker %d ended: exit status 137 (signal 9)".formatted(victim)));
                gate.close();
                var outcomes = List.of(Bench.outcome(units.getFirst()), Bench.outcome(units.getLast()));
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

    private static void assertBothSlotsWork(Bench bench) throws Exception {
        try (var gate = bench.service().hold()) {
            var units = Stream.of(bench.work(Bench.CALL), bench.work(Bench.CALL))
                    .map(bench::run)
                    .toList();
            assertThat(gate.arrivals(2, Bench.PATIENCE))
                    .as("two workers have a unit")
                    .isTrue();
            gate.close();
            for (var unit : units) {
                assertThat(Bench.outcome(unit)).isInstanceOf(Outcome.Done.class);
            }
        }
    }

    @Test
    void aWorkerKilledWhileIdleIsReplacedAndNoUnitFails() throws Exception {
        try (var bench = new Bench(WORKER, 1, folder)) {
            bench.assertWorks();
            long victim = bench.pool().pids().getFirst();
            Bench.kill(victim);
            await().atMost(Bench.PATIENCE).until(() -> !bench.pool().pids().contains(victim));
            bench.assertWorks();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_START", "ANSWER_TOO_MANY"})
    void aWorkerThatAnswersRubbishIsEndedAndItsUnitFailsWithTheReason(Impostor.Trick trick) throws Exception {
        try (var bench = new Bench(Impostor.command(trick, folder), 1, folder)) {
            long pid = bench.pool().pids().getFirst();
            var outcome = Bench.outcome(bench.run(bench.work(Bench.MIX)));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                    .startsWith("worker %d ".formatted(pid))
                    .contains(trick.told)
                    .endsWith("; its last words: I am " + trick));
        }
    }

    @Test
    void aWorkerThatAnswersTwiceIsReplacedAndTheSecondAnswerIsNobodys() throws Exception {
        try (var bench = new Bench(Impostor.command(Impostor.Trick.ANSWER_TOO_MANY, folder), 1, folder)) {
            long pid = bench.pool().pids().getFirst();
            assertThat(Bench.outcome(bench.run(bench.work(Bench.MIX)))).isEqualTo(new Outcome.Done(0, 0, 0));
            await().atMost(Bench.PATIENCE)
                    .until(() -> bench.pool().pids().size() == 1
                            && !bench.pool().pids().contains(pid));
        }
    }

    @Test
    void workersThatCannotStartStopTheModelWithOneMessage() throws IOException {
        assertThatThrownBy(() -> new Bench(Impostor.command(Impostor.Trick.NO_START, folder), 2, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("3 workers in a row ended without having answered a unit; "
                        + "the last: worker \\d+ ended: exit status 4; its last words: I am NO_START");
        try (var started = Files.list(folder)) {
            assertThat(started)
                    .as("workers started: two, and a third and maybe a fourth to replace them")
                    .hasSizeBetween(3, 4);
        }
        assertThat(ProcessHandle.current().children()).as("left behind").isEmpty();
    }

    @Test
    void aClassOfWorkThatKillsEveryWorkerStopsTheModelAndFailsWhatWaits() throws Exception {
        try (var bench = new Bench(Impostor.command(Impostor.Trick.EXIT, folder), 1, folder)) {
            var units = Stream.generate(() -> bench.run(bench.work(Bench.MIX)))
                    .limit(10)
                    .toList();
            for (var unit : units.subList(0, 3)) {
                assertThat(Bench.outcome(unit))
                        .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                                .matches("worker \\d+ ended: exit status 3; its last words: I am EXIT"));
            }
            for (var unit : units.subList(3, 10)) {
                assertThat(Bench.outcome(unit))
                        .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                                .startsWith("3 workers in a row ended without having answered a unit"));
            }
            assertThat(Bench.outcome(bench.run(bench.work(Bench.MIX)))).isEqualTo(Bench.outcome(units.getLast()));
        }
    }

    @Test
    void anExecutableThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new Bench(new WorkerCommand(List.of("/no/such/java")), 1, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a worker cannot be forked")
                .hasMessageContaining("/no/such/java");
    }
}
