package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The protocol, step by step, in a time of the test's own. The test's thread is one of the parties, Ann and Bob are two others. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a broken lock may be deaf to interrupts
class InterpreterLockTest {
    private static final Duration INTERVAL = Duration.ofMillis(5);

    private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

    private final ManualMutex mutex = new ManualMutex();
    private final SwitchMutex switchMutex = new SwitchMutex();
    private final InterpreterLock lock = new InterpreterLock(INTERVAL, true, mutex, switchMutex, System::nanoTime);
    private final ExecutorService ann = Executors.newSingleThreadExecutor(DAEMONS);
    private final ExecutorService bob = Executors.newSingleThreadExecutor(DAEMONS);

    @AfterEach
    void end() {
        ann.shutdownNow();
        bob.shutdownNow();
    }

    @Test
    void takingItAgainOneselfIsNotASwitch() {
        for (int i = 0; i < 3; i++) {
            lock.acquire();
            lock.release();
        }
        assertCounted(3, 0, 1, 0);
    }

    @Test
    void aLockThatIsFreeIsTakenByAnyoneAndThatIsASwitch() throws Exception {
        lock.acquire();
        lock.release();
        turn(lock, ann).get();
        assertCounted(2, 0, 2, 0);
    }

    @Test
    void aPollChangesNothingUnlessTheDropWasRequested() throws Exception {
        lock.acquire();
        var turn = turn(lock, ann);
        mutex.awaitNextWait();
        lock.checkpoint().poll();
        assertThat(lock.dropRequested()).isFalse();
        assertThat(turn).isNotDone();
        assertCounted(1, 1, 1, 0);
        lock.release();
        turn.get();
    }

    @Test
    void aWaiterGetsInWhileTheHolderDoesNothingButPoll() throws Exception {
        lock.acquire();
        var turn = requestedTurn(lock, ann);
        switchMutex.withoutAGap(() -> lock.checkpoint().poll());
        turn.get();
        assertThat(lock.dropRequested()).isFalse();
        lock.release();
        assertThat(lock.counters()).containsEntry("switches", 3.0).containsEntry("forced-switches", 1.0);
    }

    @Test
    void aWaiterThatSawASwitchWaitsAWholeIntervalAgainBeforeItAsks() throws Exception {
        lock.acquire();
        var turn = turn(lock, ann);
        mutex.awaitNextWait();
        mutex.wakeNobody(true);
        lock.release();
        bob.submit(lock::acquire).get();
        mutex.expire();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).as("it saw Bob's turn begin").isFalse();
        mutex.expire();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).as("it saw nothing").isTrue();
        assertThat(mutex.waitNanos()).hasSize(3).containsOnly(INTERVAL.toNanos());
        mutex.wakeNobody(false);
        bob.submit(lock::release).get();
        turn.get();
    }

    @Test
    void aWaiterThatWasWokenInVainDoesNotAsk() throws Exception {
        lock.acquire();
        var turn = turn(lock, ann);
        mutex.awaitNextWait();
        mutex.lock(); // so that the holder takes it back before the one that it woke
        lock.release();
        lock.acquire();
        mutex.unlock();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).isFalse();
        assertThat(turn).isNotDone();
        lock.release();
        turn.get();
    }

    @Test
    void aReleaseWithARequestPendingWaitsUntilAnotherHasTakenIt() throws Exception {
        lock.acquire();
        var turn = requestedTurn(lock, ann);
        switchMutex.withoutAGap(lock::release);
        assertThat(lock.counters()).containsEntry("switches", 2.0).containsEntry("forced-switches", 1.0);
        turn.get();
    }

    @Test
    void aReleaseWithoutARequestWaitsForNobody() throws Exception {
        lock.acquire();
        var turn = turn(lock, ann);
        mutex.awaitNextWait();
        mutex.wakeNobody(true);
        lock.release();
        lock.acquire();
        assertCounted(2, 1, 1, 0);
        mutex.wakeNobody(false);
        lock.release();
        turn.get();
    }

    @Test
    void withoutForcedSwitchingTheHolderTakesItBackBeforeTheOneWhoAsked() throws Exception {
        var unforced = new InterpreterLock(INTERVAL, false, mutex, switchMutex, System::nanoTime);
        unforced.acquire();
        var turn = requestedTurn(unforced, ann);
        mutex.wakeNobody(true);
        unforced.checkpoint().poll();
        assertThat(unforced.counters()).containsEntry("switches", 1.0).containsEntry("forced-switches", 0.0);
        assertThat(unforced.dropRequested()).as("it has to ask again").isFalse();
        assertThat(turn).isNotDone();
        mutex.wakeNobody(false);
        unforced.release();
        turn.get();
    }

    @Test
    void anInterruptedWaiterTakesItAllTheSameAndKeepsTheInterrupt() throws Exception {
        lock.acquire();
        var annsThread = ann.submit(Thread::currentThread).get();
        var interrupted = ann.submit(() -> {
            lock.acquire();
            lock.release();
            return Thread.interrupted();
        });
        var bobsTurn = turn(lock, bob);
        mutex.awaitNextWait();
        mutex.awaitNextWait();
        annsThread.interrupt();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).isFalse();
        lock.release();
        assertThat(interrupted.get()).isTrue();
        bobsTurn.get();
        lock.acquire();
        lock.release();
    }

    @Test
    void anInterruptDoesNotEndAForcedSwitch() throws Exception {
        lock.acquire();
        var turn = requestedTurn(lock, ann);
        Thread.currentThread().interrupt();
        switchMutex.withoutAGap(lock::release);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(lock.counters()).containsEntry("switches", 2.0);
        turn.get();
    }

    @Test
    void aThreadThatTakesItBetweenTheTwoMutexesSparesTheDropperItsWait() throws Exception {
        lock.acquire();
        var annHasIt = requested(lock, ann.submit(lock::acquire));
        var bobsTurn = new AtomicReference<Future<?>>();
        mutex.wakeNobody(true);
        switchMutex.before(() -> {
            mutex.wakeNobody(false);
            mutex.expire();
            assertThatCode(() -> {
                        annHasIt.get();
                        bobsTurn.set(requestedTurn(lock, bob));
                    })
                    .doesNotThrowAnyException();
        });
        lock.release();
        assertThat(lock.counters()).containsEntry("switches", 2.0).containsEntry("forced-switches", 0.0);
        assertThat(lock.dropRequested()).as("Bob's request of Ann").isTrue();
        ann.submit(lock::release).get();
        bobsTurn.get().get();
    }

    @Test
    void aWaiterThatFailsTakesItsRequestBackAndFreesTheDropper() throws Exception {
        bob.submit(lock::acquire).get();
        var failing = requestedTurn(lock, ann);
        mutex.wakeNobody(true);
        var dropping = bob.submit(lock::release);
        while (lock.counters().get("forced-switches") == 0) { // until Bob waits
            Thread.onSpinWait();
        }
        mutex.failAtExpiry();
        mutex.expire();
        assertThatThrownBy(failing::get).hasRootCauseInstanceOf(OutOfMemoryError.class);
        dropping.get();
        lock.acquire();
        lock.release();
    }

    @Test
    void aRequestThatIsTakenBackBetweenTheTwoMutexesHoldsNobodyUp() throws Exception {
        lock.acquire();
        var failing = requestedTurn(lock, ann);
        mutex.wakeNobody(true);
        switchMutex.before(() -> {
            mutex.failAtExpiry();
            mutex.expire();
            assertThatThrownBy(failing::get).hasRootCauseInstanceOf(OutOfMemoryError.class);
        });
        lock.release();
        assertThat(lock.dropRequested()).isFalse();
        assertThat(lock.counters()).containsEntry("forced-switches", 0.0);
    }

    @Test
    void onlyTheHolderCanReleaseIt() throws Exception {
        assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class);
        ann.submit(lock::acquire).get();
        assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class);
        ann.submit(lock::release).get();
        lock.acquire();
        lock.release();
        assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class);
    }

    private static Future<?> turn(InterpreterLock lock, ExecutorService party) {
        return party.submit(() -> {
            lock.acquire();
            lock.release();
        });
    }

    /** Has waited for an interval already, and asked. */
    private Future<?> requestedTurn(InterpreterLock lock, ExecutorService party) throws InterruptedException {
        return requested(lock, turn(lock, party));
    }

    private Future<?> requested(InterpreterLock lock, Future<?> waiting) throws InterruptedException {
        mutex.awaitNextWait();
        mutex.expire();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).isTrue();
        return waiting;
    }

    private void assertCounted(double acquisitions, double contended, double switches, double forced) {
        assertThat(lock.counters())
                .containsEntry("acquisitions", acquisitions)
                .containsEntry("contended", contended)
                .containsEntry("switches", switches)
                .containsEntry("forced-switches", forced);
    }
}
