package dev.joust.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which parts of a unit hold the lock, and which release it. */
@Timeout(30)
class RunLockTest {
    @TempDir
    Path scratch;

    private final PlainRunLock lock = new PlainRunLock();
    private TaskBody body;

    @BeforeEach
    void body() {
        body = Tasks.body(scratch);
    }

    @Test
    void computationHoldsTheLockAndPolls() {
        assertThat(releases(Setup.NOWHERE, Tasks.work(Tasks.COMPUTE))).isZero();
        assertThat(lock.heldAtPoll()).isTrue();
    }

    @Test
    void nativeWorkReleasesTheLockOnceAndPollsNothing() {
        assertThat(releases(Setup.NOWHERE, Tasks.work(Tasks.NATIVE))).isEqualTo(1);
        assertThat(lock.heldAtPoll()).isNull();
    }

    @Test
    void aSleepReleasesTheLockAndAnInterruptEndsItAndStaysSet() throws Exception {
        var sleeper = new FutureTask<>(() -> {
            var outcome = outcome(Setup.NOWHERE, Tasks.work(new Step.Sleep(Duration.ofHours(1))));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return outcome;
        });
        var thread = Thread.ofPlatform().start(sleeper);
        while (lock.releases() == 0) {
            Thread.onSpinWait();
        }
        lock.acquireAndRelease();
        thread.interrupt();
        assertThat(sleeper.get()).isEqualTo(new Outcome.Failed("interrupted in a sleep"));
    }

    @Test
    void aFileReleasesTheLockToOpenAndForEachRead() throws Exception {
        assertThat(releases(Setup.NOWHERE, Tasks.work(Tasks.file(body, 1024))))
                .as("open, read, read at the end")
                .isEqualTo(3);
        assertThat(releases(Setup.NOWHERE, Tasks.work(Tasks.file(body, 1024 + 2 * 64 * 1024))))
                .as("open, three reads, two CRC of large pieces, read at the end")
                .isEqualTo(7);
    }

    @Test
    void theCrcOfAPieceReleasesTheLockAbove5KiB() throws Exception {
        assertThat(releases(Setup.NOWHERE, Tasks.work(Tasks.file(body, 5120)))).isEqualTo(3);
        assertThat(releases(Setup.NOWHERE, Tasks.work(Tasks.file(body, 5121)))).isEqualTo(4);
    }

    @Test
    void aCallReleasesTheLockOnceForItsWriteAndOnceForItsRead() throws Exception {
        try (var service = new ScriptedService(ScriptedService::answerRight)) {
            var one = releases(service.address(), Tasks.work(Tasks.call(100)));
            assertThat(one).as("making the client, connect, write, read").isEqualTo(4);
            var three = releases(service.address(), Tasks.work(Tasks.call(100), Tasks.call(100), Tasks.call(100)));
            assertThat(three).isEqualTo(8);
        }
    }

    /** The service acquires the lock before each piece of its answer. */
    @Test
    void noRequestBlocksWhileItHoldsTheLock() throws Exception {
        try (var service = new ScriptedService((path, out) -> {
            byte[] answer = ScriptedService.answer("200 OK", ScriptedService.body(path));
            int piece = answer.length / 4 + 1;
            for (int from = 0; from < answer.length; from += piece) {
                lock.acquireAndRelease();
                out.write(answer, from, Math.min(piece, answer.length - from));
            }
        })) {
            assertThat(outcome(service.address(), Tasks.work(Tasks.call(40), new Step.Stream(500_000), Tasks.call(0))))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void theLockIsHeldAgainAfterAFailure() throws Exception {
        try (var service = new ScriptedService((path, out) -> {
            throw new IllegalStateException("scripted end");
        })) {
            assertThat(outcome(service.address(), Tasks.work(Tasks.call(40)))).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(outcome(Setup.NOWHERE, Tasks.work(new Step.FileRead(7)))).isInstanceOf(Outcome.Failed.class);
    }

    private int releases(URI service, Work work) {
        int before = lock.releases();
        assertThat(outcome(service, work)).isInstanceOf(Outcome.Done.class);
        return lock.releases() - before - 1;
    }

    private Outcome outcome(URI service, Work work) {
        try (var interpreter = new StepInterpreter(service, 1, body, lock)) {
            lock.acquire();
            var outcome = interpreter.run(work);
            assertThat(lock.heldHere()).isTrue();
            lock.release();
            return outcome;
        }
    }
}
