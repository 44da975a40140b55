package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Activity;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** What a reading in the middle of a hold or a wait tells, by a clock that the test controls. */
final class LockActivityTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000);
    private final InterpreterLock lock =
            new InterpreterLock(Duration.ofMillis(5), true, new ReentrantLock(), new ReentrantLock(), nanos::get);

    @Test
    void aLockThatNobodyTookWasNotHeld() {
        nanos.addAndGet(1_000);
        assertThat(lock.activity().integrals())
                .containsEntry(Activity.LOCK_HELD, 0.0)
                .containsEntry(Activity.LOCK_WAITING, 0.0);
    }

    @Test
    void thePresentHoldCounts() {
        lock.acquire();
        nanos.addAndGet(700);
        lock.release();
        nanos.addAndGet(5_000);
        assertThat(lock.activity().integrals()).containsEntry(Activity.LOCK_HELD, 700.0);
        lock.acquire();
        nanos.addAndGet(300);
        assertThat(lock.activity().integrals()).containsEntry(Activity.LOCK_HELD, 1_000.0);
        lock.release();
        assertThat(lock.activity().integrals()).containsEntry(Activity.LOCK_HELD, 1_000.0);
    }

    /** Between taking the lock and reading the clock, the time of the last hold would count once more. */
    @Test
    void aHoldThatHasNotReadTheClockDoesNotCount() {
        var seen = new AtomicLong(-1);
        var watched = new AtomicReference<InterpreterLock>();
        var readsItself =
                new InterpreterLock(Duration.ofMillis(5), true, new ReentrantLock(), new ReentrantLock(), () -> {
                    var once = watched.getAndSet(null);
                    if (once != null) {
                        seen.set(once.activity()
                                .integrals()
                                .get(Activity.LOCK_HELD)
                                .longValue());
                    }
                    return nanos.get();
                });
        readsItself.acquire();
        nanos.addAndGet(700);
        readsItself.release();
        nanos.addAndGet(5_000);
        watched.set(readsItself);
        readsItself.acquire();
        assertThat(seen).hasValue(700);
        readsItself.release();
    }

    @Test
    void thePresentWaitsCountForEachThread() {
        var tally = new LockTally();
        tally.beginWait(1_000);
        tally.beginWait(4_000);
        assertThat(tally.waitedNanos(10_000)).isEqualTo(9_000 + 6_000);
        tally.endWait(1_000);
        tally.recordWait(10_000);
        assertThat(tally.waitedNanos(11_000)).isEqualTo(10_000 + 7_000);
    }

    @Test
    void aWaitThatEndsWithoutTheLockDoesNotGoOn() {
        var tally = new LockTally();
        tally.beginWait(1_000);
        tally.endWait(1_000);
        assertThat(tally.waitedNanos(9_000)).isZero();
    }

    @Test
    void theIntervalIsACounter() {
        assertThat(LockCounters.of(lock, new HandoverPolicy.Fifo(), 0)).containsEntry("lock-interval-micros", 5_000.0);
    }
}
