package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drops of the lock while a request stands, step by step. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a broken lock may ignore interrupts
class ForcedSwitchTest extends LockParties {

    @Test
    void aWaiterGetsTheLockFromAHolderThatOnlyPolls() throws Exception {
        lock.acquire();
        var annsHold = requestedHold(lock, ann);
        switchMutex.withoutAGap(() -> lock.checkpoint().poll());
        annsHold.get();
        assertThat(lock.dropRequested()).isFalse();
        lock.release();
        assertSwitches(3, 1);
    }

    @Test
    void aReleaseWhileARequestStandsWaitsUntilAnotherThreadHasTakenTheLock() throws Exception {
        lock.acquire();
        var annsHold = requestedHold(lock, ann);
        switchMutex.withoutAGap(lock::release);
        assertSwitches(2, 1);
        annsHold.get();
    }

    @Test
    void withoutForcedSwitchingTheHolderRetakesTheLockBeforeTheRequester() throws Exception {
        var unforced = new InterpreterLock(INTERVAL, false, mutex, switchMutex, System::nanoTime);
        unforced.acquire();
        var annsHold = requestedHold(unforced, ann);
        mutex.wakeNobody(true);
        unforced.checkpoint().poll();
        assertSwitches(unforced, 1, 0);
        assertThat(unforced.dropRequested()).as("Ann must make a new request").isFalse();
        assertThat(annsHold).isNotDone();
        mutex.wakeNobody(false);
        unforced.release();
        annsHold.get();
    }

    @Test
    void anInterruptDoesNotEndAForcedSwitch() throws Exception {
        lock.acquire();
        var annsHold = requestedHold(lock, ann);
        Thread.currentThread().interrupt();
        switchMutex.withoutAGap(lock::release);
        assertThat(Thread.interrupted()).isTrue();
        assertSwitches(2, 1);
        annsHold.get();
    }

    @Test
    void aThreadThatTakesTheLockBetweenTheTwoMutexesSparesTheDropperItsWait() throws Exception {
        lock.acquire();
        var annHasIt = requested(lock, ann.submit(lock::acquire));
        var bobsHold = new AtomicReference<Future<?>>();
        mutex.wakeNobody(true);
        switchMutex.before(() -> {
            mutex.wakeNobody(false);
            mutex.expire();
            assertThatCode(() -> {
                        annHasIt.get();
                        bobsHold.set(requestedHold(lock, bob));
                    })
                    .doesNotThrowAnyException();
        });
        lock.release();
        assertSwitches(2, 0);
        assertThat(lock.dropRequested()).as("Bob's request to Ann").isTrue();
        ann.submit(lock::release).get();
        bobsHold.get().get();
    }

    @Test
    void aWaiterThatFailsTakesItsRequestBackAndFreesTheDropper() throws Exception {
        bob.submit(lock::acquire).get();
        var failing = requestedHold(lock, ann);
        mutex.wakeNobody(true);
        var dropping = bob.submit(lock::release);
        while (lock.statistics().drops().forced() == 0) { // until Bob waits
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
    void aRequestThatIsTakenBackBetweenTheTwoMutexesDelaysNobody() throws Exception {
        lock.acquire();
        var failing = requestedHold(lock, ann);
        mutex.wakeNobody(true);
        switchMutex.before(() -> {
            mutex.failAtExpiry();
            mutex.expire();
            assertThatThrownBy(failing::get).hasRootCauseInstanceOf(OutOfMemoryError.class);
        });
        lock.release();
        assertThat(lock.dropRequested()).isFalse();
        assertThat(lock.statistics().drops().forced()).isZero();
    }
}
