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

/** Workers that keep ending: the pool stops replacing them when none can start. */
final class CrashLoopIT {
    @TempDir
    Path folder;

    @Test
    void workersThatCannotStartStopTheModelWithOneMessage() throws IOException {
        assertThatThrownBy(() -> new PoolFixture(FakeWorker.command(FakeWorker.Trick.NO_START, folder), 2, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("6 workers in a row ended without having begun a unit; "
                        + "the last: worker \\d+ ended: exit status 4; its error log ends: I am NO_START");
        assertThat(FakeWorker.started(folder))
                .as("workers started: three per slot, and perhaps one more that was starting")
                .hasSizeBetween(6, 7);
        assertThat(ProcessHandle.current().children().map(ProcessHandle::pid))
                .as("children left behind")
                .doesNotContainAnyElementsOf(FakeWorker.started(folder));
    }

    @Test
    void aClassOfWorkThatKillsEveryWorkerFailsEachUnitAndDoesNotStopTheModel() throws Exception {
        try (var pool = new PoolFixture(FakeWorker.command(FakeWorker.Trick.EXIT, folder), 1, folder)) {
            var units = Stream.generate(() -> pool.run(pool.work(PoolFixture.MIX)))
                    .limit(RestartPolicy.MAX_FAILED_STARTS_PER_SLOT + 2)
                    .toList();
            for (var unit : units) {
                assertThat(PoolFixture.outcome(unit))
                        .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                                .matches("worker \\d+ ended: exit status 3; its error log ends: I am EXIT"));
            }
            await().atMost(PoolFixture.TIMEOUT)
                    .until(() -> pool.workers().pids().size() == 1);
        }
    }

    @Test
    void thePauseBeforeAFailedStartIsRepeatedGrows() {
        long began = System.nanoTime();
        assertThatThrownBy(() -> new PoolFixture(FakeWorker.command(FakeWorker.Trick.NO_START, folder), 1, folder))
                .hasMessageStartingWith("3 workers in a row");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(RestartPolicy.FIRST_PAUSE.multipliedBy(1 + 2));
    }

    @Test
    void aMissingExecutableIsNamed() {
        assertThatThrownBy(() -> new PoolFixture(new WorkerCommand(List.of("/no/such/java")), 1, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a worker cannot be forked")
                .hasMessageContaining("/no/such/java");
    }
}
