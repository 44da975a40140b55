package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.trial.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of the parent's side, injected into the streams and the fork of real workers. */
@SuppressWarnings("try") // a hold on the service ends in the middle of a test, and in any case at its end
final class WorkerFaultsIT {
    @TempDir
    Path folder;

    @Test
    void aBegunUnitIsNotRunAgainWhenUnitsReachTheirWorkerOutOfOrder() throws Exception {
        var forks = new AtomicInteger();
        WorkerLauncher launcher = () -> {
            var process = PoolFixture.WORKER.fork();
            return forks.incrementAndGet() == 1 ? process : FaultyProcess.thatSwapsItsThirdAndFourthUnit(process);
        };
        try (var pool = new PoolFixture(launcher, 2, folder, Map.of("threads", "2"));
                var hold = pool.service().hold()) {
            PoolFixture.kill(pool.workers().pids().getFirst());
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(PoolFixture.TIMEOUT)
                    .until(() -> pool.workers().pids().isEmpty());
            var first = Stream.generate(() -> pool.run(pool.work(PoolFixture.TINY)))
                    .limit(2)
                    .toList();
            for (var unit : first) {
                assertThat(PoolFixture.outcome(unit)).isInstanceOf(Outcome.Done.class);
            }
            var swapped = Stream.generate(() -> pool.run(pool.work(PoolFixture.CALL)))
                    .limit(2)
                    .toList();
            assertThat(hold.arrivals(2, PoolFixture.TIMEOUT))
                    .as("both have begun")
                    .isTrue();
            PoolFixture.kill(pool.workers().pids().getFirst());
            hold.close();
            for (var unit : swapped) {
                assertThat(PoolFixture.outcome(unit)).isInstanceOf(Outcome.Failed.class);
            }
        }
    }

    @Test
    void anErrorInTheThreadOfAWorkerFailsItsUnitAndTheWorkerIsReplaced() throws Exception {
        var forks = new AtomicInteger();
        WorkerLauncher launcher = () -> {
            var process = PoolFixture.WORKER.fork();
            return forks.incrementAndGet() == 1 ? FaultyProcess.whoseAnswersCannotBeRead(process) : process;
        };
        try (var pool = new PoolFixture(launcher, 1, folder)) {
            long pid = pool.workers().pids().getFirst();
            assertThat(PoolFixture.outcome(pool.run(pool.work(PoolFixture.TINY))))
                    .isEqualTo(new Outcome.Failed(
                            String.format(Locale.ROOT, "worker %d was killed: %s", pid, FaultyProcess.ERROR)));
            pool.assertWorks();
            assertThat(ProcessHandle.of(pid)).isEmpty();
        }
    }

    @Test
    void anErrorRightAfterTheForkLeavesNoProcess() throws Exception {
        var forks = new AtomicInteger();
        var first = new AtomicReference<ProcessHandle>();
        WorkerLauncher launcher = () -> {
            var process = PoolFixture.WORKER.fork();
            if (forks.incrementAndGet() > 1) {
                return process;
            }
            first.set(process.toHandle());
            return FaultyProcess.whoseErrorStreamFails(process);
        };
        try (var pool = new PoolFixture(launcher, 1, folder)) {
            pool.assertWorks();
            await().atMost(PoolFixture.TIMEOUT).until(() -> !first.get().isAlive());
        }
    }

    @Test
    void anErrorAtTheForkIsAFailedStartAndTheWorkerIsReplaced() throws Exception {
        var forks = new AtomicInteger();
        WorkerLauncher launcher = () -> {
            if (forks.incrementAndGet() == 2) {
                throw FaultyProcess.ERROR;
            }
            return PoolFixture.WORKER.fork();
        };
        try (var pool = new PoolFixture(launcher, 1, folder)) {
            PoolFixture.kill(pool.workers().pids().getFirst());
            await().atMost(PoolFixture.TIMEOUT).until(() -> forks.get() == 3);
            pool.assertWorks();
        }
    }
}
