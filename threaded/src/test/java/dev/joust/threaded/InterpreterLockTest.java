package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which thread gets the lock, step by step. {@link ForcedSwitchTest} has the drops that wait. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a broken lock may ignore interrupts
class InterpreterLockTest extends LockParties {

    @Test
    void aThreadThatRetakesItsLockDoesNotSwitch() {
        for (int i = 0; i < 3; i++) {
            lock.acquire();
            lock.release();
        }
        assertAcquisitions(3, 0, 1);
        assertSwitches(1, 0);
    }

    @Test
    void aThreadThatTakesAnothersFreeLockSwitches() throws Exception {
        lock.acquire();
        lock.release();
        hold(lock, ann).get();
        assertAcquisitions(2, 0, 2);
        assertSwitches(2, 0);
    }

    @Test
    void aPollChangesNothingWithoutARequest() throws Exception {
        lock.acquire();
        var annsHold = hold(lock, ann);
        mutex.awaitNextWait();
        lock.checkpoint().poll();
        assertThat(lock.dropRequested()).isFalse();
        assertThat(annsHold).isNotDone();
        assertAcquisitions(1, 1, 1);
        assertSwitches(1, 0);
        lock.release();
        annsHold.get();
    }

    @Test
    void aWaiterThatSawASwitchWaitsForAWholeIntervalAgainBeforeItsRequest() throws Exception {
        lock.acquire();
        var annsHold = hold(lock, ann);
        mutex.awaitNextWait();
        mutex.wakeNobody(true);
        lock.release();
        bob.submit(lock::acquire).get();
        mutex.expire();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).as("after the switch to Bob").isFalse();
        mutex.expire();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested())
                .as("after an interval without a switch")
                .isTrue();
        assertThat(mutex.waitNanos()).hasSize(3).containsOnly(INTERVAL.toNanos());
        mutex.wakeNobody(false);
        bob.submit(lock::release).get();
        annsHold.get();
    }

    @Test
    void aWaiterThatIsWokenButFindsTheLockHeldMakesNoRequest() throws Exception {
        lock.acquire();
        var annsHold = hold(lock, ann);
        mutex.awaitNextWait();
        mutex.lock(); // so that the holder retakes the lock before the thread that it woke
        lock.release();
        lock.acquire();
        mutex.unlock();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).isFalse();
        assertThat(annsHold).isNotDone();
        lock.release();
        annsHold.get();
    }

    @Test
    void aReleaseWithoutARequestDoesNotWait() throws Exception {
        lock.acquire();
        var annsHold = hold(lock, ann);
        mutex.awaitNextWait();
        mutex.wakeNobody(true);
        lock.release();
        lock.acquire();
        assertAcquisitions(2, 1, 1);
        assertSwitches(1, 0);
        mutex.wakeNobody(false);
        lock.release();
        annsHold.get();
    }

    @Test
    void anInterruptedWaiterStillTakesTheLockAndKeepsItsInterrupt() throws Exception {
        lock.acquire();
        var annsThread = ann.submit(Thread::currentThread).get();
        var interrupted = ann.submit(() -> {
            lock.acquire();
            lock.release();
            return Thread.interrupted();
        });
        var bobsHold = hold(lock, bob);
        mutex.awaitNextWait();
        mutex.awaitNextWait();
        annsThread.interrupt();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).isFalse();
        lock.release();
        assertThat(interrupted.get()).isTrue();
        bobsHold.get();
        lock.acquire();
        lock.release();
    }

    @Test
    void onlyTheHolderCanReleaseTheLock() throws Exception {
        assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class);
        ann.submit(lock::acquire).get();
        assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class);
        ann.submit(lock::release).get();
        lock.acquire();
        lock.release();
        assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class);
    }
}
