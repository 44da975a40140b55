package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.processes.WorkerSupervisor.TimeLimits;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with workers that do not start as they should. */
final class WorkerSupervisorTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final WorkQueue<Worker> queue = new WorkQueue<>(new WorkerCapacity(1, 0));

    @Test
    void aWorkerThatIsStillBeingForkedHasNoPidAndIsNamedByItsThread() {
        var fork = new CountDownLatch(1);
        var supervisor = supervisor(
                LONG,
                (name, listener) -> worker(name, listener, () -> {
                    awaitFork(fork);
                    throw new IOException("the test is over");
                }));
        supervisor.start();
        supervisor.stop("the test is over");
        assertThatThrownBy(() -> supervisor.join(Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("processes-worker-1, which is not forked yet, did not end within PT0.001S");
        fork.countDown();
        supervisor.join(LONG);
    }

    private static void awaitFork(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWorkerThatDoesNotSayHelloWithinItsLimitIsReplaced() throws Exception {
        var supervisor = supervisor(
                Duration.ofMillis(200),
                (name, listener) -> worker(name, listener, FakeWorker.command(FakeWorker.Trick.NO_HELLO, folder)));
        supervisor.start();
        await().atMost(LONG).until(() -> supervisor.starts() > 1);
        supervisor.stop("the test is over");
        supervisor.join(LONG);
    }

    @Test
    void aSupervisorThatFailsStopsThePoolWithTheReason() {
        var made = new AtomicInteger();
        var supervisor = supervisor(LONG, (name, listener) -> {
            if (made.incrementAndGet() == 2) {
                throw FaultyProcess.ERROR;
            }
            return worker(name, listener, new WorkerCommand(List.of("/no/such/java")));
        });
        supervisor.start();
        assertThatThrownBy(supervisor::awaitReady)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the supervisor of the workers failed: " + FaultyProcess.ERROR);
        var refused = new Job("unit", new ParentMessage.UnitTask(0, 1), List.of(), 0);
        queue.submit(refused);
        assertThat(refused.outcome()).isCompletedWithValueMatching(Outcome.Failed.class::isInstance);
        supervisor.join(LONG);
    }

    private WorkerSupervisor supervisor(Duration hello, BiFunction<String, WorkerListener, Worker> factory) {
        return new WorkerSupervisor(1, queue, factory, () -> 0, new TimeLimits(hello, LONG));
    }

    private Worker worker(String name, WorkerListener listener, WorkerLauncher launcher) {
        var setup = ProtocolSamples.setup(Setup.NOWHERE, 1, folder);
        var spec = new WorkerSpec(launcher, new byte[0], folder, PoolOptions.DEFAULTS, new Traffic());
        return new Worker(name, spec, queue, new Definitions(setup.body()), listener);
    }
}
