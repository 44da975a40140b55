package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.processes.FakeWorker.Trick;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.CounterNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers tell how long they have collected and compiled. */
@Timeout(60)
final class WorkerTimesTest {
    /** Allocates 240 MB: 12,000 bytes per unit of the kernel, of which a calibration says one per millisecond. */
    private static final Step MUCH = new Step.Compute(Kernel.OBJECTS, Duration.ofSeconds(20));

    /** In milliseconds, the longest that a test here takes. */
    private static final double A_MINUTE = 60_000;

    @TempDir
    private Path scratch;

    @Test
    void theCollectionsOfWorkersAreThoseOfTheModel() throws Exception {
        try (var pool = new PoolFixture(withLittleRoom(), 2, scratch)) {
            pool.assertWorks(MUCH);
            var times = pool.workers().timesOfItsJvms();
            assertThat(times.get(CounterNames.COLLECTING)).isBetween(1.0, A_MINUTE);
            assertThat(times.get(CounterNames.COMPILING)).isBetween(1.0, A_MINUTE);
        }
    }

    @Test
    void timesAreNotKnownOnceAWorkerHasEnded() throws Exception {
        try (var pool = new PoolFixture(FakeWorker.command(Trick.EXIT, scratch), 2, scratch)) {
            assertThat(pool.workers().timesOfItsJvms())
                    .containsOnlyKeys(CounterNames.COLLECTING, CounterNames.COMPILING)
                    .allSatisfy((name, millis) -> assertThat(millis).isNaN());
        }
    }

    @Test
    void norWhereAWorkerWasReplaced() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 2, scratch)) {
            long ended = pool.workers().pids().getFirst();
            PoolFixture.kill(ended);
            await().atMost(PoolFixture.TIMEOUT)
                    .until(() -> pool.workers().pids().size() == 2
                            && !pool.workers().pids().contains(ended));
            assertThat(pool.workers().timesOfItsJvms().get(CounterNames.COMPILING))
                    .isNaN();
        }
    }

    /** Workers that collect after each MiB. */
    private static WorkerCommand withLittleRoom() {
        List<String> words = new ArrayList<>(PoolFixture.WORKER.words());
        words.add(1, "-Xmn1m");
        return new WorkerCommand(words);
    }
}
