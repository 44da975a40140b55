package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the lock counts and times, by a clock that the test controls. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockStatisticsTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000);
    private final ManualMutex mutex = new ManualMutex();
    private final SwitchMutex switchMutex = new SwitchMutex();
    private final InterpreterLock lock =
            new InterpreterLock(Duration.ofMillis(5), true, mutex, switchMutex, nanos::get);
    private final ExecutorService ann =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    @AfterEach
    void end() {
        ann.shutdownNow();
    }

    @Test
    void aLockWithoutThreadsHasNoTimes() {
        nanos.addAndGet(1_000);
        assertThat(lock.statistics().times()).isEqualTo(new LockStatistics.LockTimes(0, 0, 0, 0));
        assertThat(lock.statistics().counters(new HandoverPolicy.Fifo(), 0).values())
                .containsOnly(0.0);
    }

    @Test
    void holdsAreTimedAndTheTimeBetweenThemIsNot() {
        nanos.addAndGet(500);
        hold(2_000);
        nanos.addAndGet(6_000);
        hold(0);
        var statistics = lock.statistics();
        assertThat(statistics.times()).isEqualTo(new LockStatistics.LockTimes(8_000, 2_000, 8_000, 0));
        assertThat(statistics.times().heldShare()).isEqualTo(0.25);
        assertThat(statistics.holds().getTotalCount()).isEqualTo(2);
        assertThat(statistics.holds().getMaxValue()).isBetween(2_000L, 2_001L);
        assertThat(statistics.waits().getTotalCount()).isZero();
    }

    @Test
    void aWaitIsTimedFromFindingTheLockHeldToTakingIt() throws Exception {
        lock.acquire();
        nanos.addAndGet(1_000);
        var annsHold = ann.submit(() -> {
            lock.acquire();
            lock.release();
        });
        mutex.awaitNextWait();
        nanos.addAndGet(3_000);
        mutex.expire();
        mutex.awaitNextWait();
        switchMutex.withoutAGap(lock::release);
        annsHold.get();
        var statistics = lock.statistics();
        assertThat(statistics.acquisitions()).isEqualTo(new LockStatistics.LockAcquisitions(2, 1, 2));
        assertThat(statistics.drops()).isEqualTo(new LockStatistics.LockDrops(1, 0, 1));
        assertThat(statistics.times()).isEqualTo(new LockStatistics.LockTimes(4_000, 4_000, 7_000, 3_000));
        assertThat(statistics.times().waitShare()).isEqualTo(3.0 / 7);
        assertThat(statistics.waits().getMaxValue()).isBetween(3_000L, 3_001L);
        assertThat(statistics.counters(new HandoverPolicy.Fifo(), 0))
                .containsEntry("lock-drop-requests", 1.0)
                .containsEntry("lock-held-share", 1.0);
    }

    @Test
    void aPollIsCountedWhenItFindsARequest() throws Exception {
        lock.acquire();
        lock.checkpoint().poll();
        var annsHold = ann.submit(() -> {
            lock.acquire();
            lock.release();
        });
        mutex.awaitNextWait();
        mutex.expire();
        mutex.awaitNextWait();
        switchMutex.withoutAGap(() -> lock.checkpoint().poll());
        annsHold.get();
        lock.release();
        assertThat(lock.statistics().drops()).isEqualTo(new LockStatistics.LockDrops(1, 1, 1));
    }

    @Test
    void aHoldBeyondTheHistogramsRangeCountsAsItsMaximum() {
        hold(Duration.ofHours(2).toNanos());
        assertThat(lock.statistics().holds().getTotalCount()).isEqualTo(1);
        assertThat(lock.statistics().times().heldShare()).isEqualTo(1);
    }

    @Test
    void aCopyDoesNotChange() {
        hold(1);
        var before = lock.statistics();
        hold(1);
        assertThat(before.holds().getTotalCount()).isEqualTo(1);
        assertThat(lock.statistics().holds().getTotalCount()).isEqualTo(2);
    }

    private void hold(long time) {
        lock.acquire();
        nanos.addAndGet(time);
        lock.release();
    }
}
