package dev.joust.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Checkpoint;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedTaskTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    @TempDir
    private Path scratch;

    private final PlainRunLock lock = new PlainRunLock();
    private LockedTask task;

    @BeforeEach
    void makeTaskAndTakeTheLock() {
        lock.acquire();
        task = new LockedTask(new TaskBody(new Calibration(Map.of("mix", 100.0, "pbkdf2", 10.0)), scratch), lock);
    }

    @AfterEach
    void theLockIsHeldAtTheEnd() {
        assertThat(lock.heldHere()).isTrue();
    }

    @Test
    void aComputationPollsAndHoldsTheLock() throws IOException {
        task.result(new Step.Compute(Kernel.MIX, MILLI), 7);
        assertThat(lock.polls()).isEqualTo(100);
        assertThat(lock.releases()).isZero();
    }

    @Test
    void nativeWorkReleasesTheLockOnceAndPollsNothing() throws IOException {
        task.result(new Step.Native(Kernel.PBKDF2, MILLI), 7);
        assertThat(lock.releases()).isEqualTo(1);
        assertThat(lock.polls()).isZero();
    }

    @Test
    void aFreeMonitorIsEnteredWithTheLockHeld() throws IOException {
        task.result(new Step.Monitor(MILLI), 7);
        assertThat(lock.releases()).isZero();
        assertThat(lock.polls()).isEqualTo(100);
        assertThat(lock.heldAtPoll()).isTrue();
    }

    @Test
    void aThreadWaitsForTheMonitorWithoutTheLock() throws Exception {
        var inside = new CountDownLatch(1);
        var tried = new CountDownLatch(1);
        lock.release();
        var other = Executors.newSingleThreadExecutor();
        try {
            var result = other.submit(() -> {
                lock.acquire();
                return new LockedTask(task.body(), new SwitchedOut(lock, inside, tried))
                        .result(new Step.Monitor(MILLI), 7);
            });
            inside.await();
            lock.acquire();
            tried.countDown();
            long here = task.result(new Step.Monitor(MILLI), 7);
            assertThat(lock.heldHere()).isTrue();
            assertThat(result.get()).isEqualTo(here);
        } finally {
            other.shutdownNow();
        }
    }

    /** Hands the lock over once, within a computation, and goes on when the other thread has released it. */
    private record SwitchedOut(PlainRunLock lock, CountDownLatch inside, CountDownLatch tried) implements RunLock {
        @Override
        public void release() {
            lock.release();
        }

        @Override
        public void acquire() {
            lock.acquire();
        }

        @Override
        public Checkpoint checkpoint() {
            var handedOver = new AtomicBoolean();
            var checkpoint = new Checkpoint(() -> {
                if (handedOver.compareAndSet(false, true)) {
                    lock.release();
                    inside.countDown();
                    try {
                        tried.await();
                        lock.acquireAndRelease();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            checkpoint.request();
            return checkpoint;
        }
    }

    @Test
    void aFileReleasesTheLockToOpenAndForEachRead() throws IOException {
        var file = new Step.FileRead(1_000);
        Files.write(task.body().file(file), new byte[1_000]);
        task.result(file, 7);
        assertThat(lock.releases()).as("open, read, read at the end").isEqualTo(3);
    }

    @Test
    void aMissingFileLeavesTheLockHeld() {
        assertThatThrownBy(() -> task.result(new Step.FileRead(2), 7)).isInstanceOf(IOException.class);
        assertThat(lock.releases()).isEqualTo(1);
    }

    @Test
    void aStepThatWaitsIsRefused() {
        assertThatThrownBy(() -> task.result(new Step.Sleep(MILLI), 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("this step waits and is not run here: Sleep");
    }
}
