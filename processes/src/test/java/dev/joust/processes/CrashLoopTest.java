package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.trial.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers of which none is of any use: there is an end to replacing them. */
final class CrashLoopTest {
    @TempDir
    Path folder;

    @Test
    void workersThatCannotStartStopTheModelWithOneMessage() throws IOException {
        assertThatThrownBy(() -> new PoolBenchmark(FakeWorker.command(FakeWorker.Trick.NO_START, folder), 2, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("6 workers in a row ended without having begun a unit; "
                        + "the last: worker \\d+ ended: exit status 4; its last words: I am NO_START");
        assertThat(FakeWorker.started(folder))
                .as("workers started: three for each slot, and maybe one on its way")
                .hasSizeBetween(6, 7);
        assertThat(ProcessHandle.current().children().map(ProcessHandle::pid))
                .as("children left behind")
                .doesNotContainAnyElementsOf(FakeWorker.started(folder));
    }

    @Test
    void aClassOfWorkThatKillsEveryWorkerFailsUnitByUnitAndStopsNothing() throws Exception {
        try (var bench = new PoolBenchmark(FakeWorker.command(FakeWorker.Trick.EXIT, folder), 1, folder)) {
            var units = Stream.generate(() -> bench.run(bench.work(PoolBenchmark.MIX)))
                    .limit(WorkerSupervisor.MOST_FUTILE_A_SLOT + 2)
                    .toList();
            for (var unit : units) {
                assertThat(PoolBenchmark.outcome(unit))
                        .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                                .matches("worker \\d+ ended: exit status 3; its last words: I am EXIT"));
            }
            await().atMost(PoolBenchmark.PATIENCE)
                    .until(() -> bench.pool().pids().size() == 1);
        }
    }

    @Test
    void whoCannotStartIsReplacedLaterAndLater() {
        long began = System.nanoTime();
        assertThatThrownBy(() -> new PoolBenchmark(FakeWorker.command(FakeWorker.Trick.NO_START, folder), 1, folder))
                .hasMessageStartingWith("3 workers in a row");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(WorkerSupervisor.FIRST_PAUSE.multipliedBy(1 + 2));
    }

    @Test
    void anExecutableThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new PoolBenchmark(new WorkerCommand(List.of("/no/such/java")), 1, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a worker cannot be forked")
                .hasMessageContaining("/no/such/java");
    }
}
