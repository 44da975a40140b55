package dev.joust.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
