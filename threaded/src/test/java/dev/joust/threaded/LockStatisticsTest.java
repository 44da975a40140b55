package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is counted and timed, in a time of the test's own. */
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
    void aLockThatNobodyCameForHasNoTimes() {
        nanos.addAndGet(1_000);
        assertThat(lock.statistics().times()).isEqualTo(new LockStatistics.Times(0, 0, 0, 0));
        assertThat(lock.counters().values()).containsOnly(0.0);
    }

    @Test
    void holdsAreTimedAndWhatLiesBetweenThemIsNot() {
        nanos.addAndGet(500);
        hold(2_000);
        nanos.addAndGet(6_000);
        hold(0);
        var statistics = lock.statistics();
        assertThat(statistics.times()).isEqualTo(new LockStatistics.Times(8_000, 2_000, 8_000, 0));
        assertThat(statistics.times().heldShare()).isEqualTo(0.25);
        assertThat(statistics.holds().getTotalCount()).isEqualTo(2);
        assertThat(statistics.holds().getMaxValue()).isBetween(2_000L, 2_001L);
        assertThat(statistics.waits().getTotalCount()).isZero();
    }

    @Test
    void aWaitIsTimedFromFindingItHeldToHavingIt() throws Exception {
        lock.acquire();
        nanos.addAndGet(1_000);
        var turn = ann.submit(() -> {
            lock.acquire();
            lock.release();
        });
        mutex.awaitNextWait();
        nanos.addAndGet(3_000);
        mutex.expire();
        mutex.awaitNextWait();
        switchMutex.withoutAGap(lock::release);
        turn.get();
        var statistics = lock.statistics();
        assertThat(statistics.turns()).isEqualTo(new LockStatistics.Turns(2, 1, 2));
        assertThat(statistics.drops()).isEqualTo(new LockStatistics.Drops(1, 0, 1));
        assertThat(statistics.times()).isEqualTo(new LockStatistics.Times(4_000, 4_000, 7_000, 3_000));
        assertThat(statistics.times().waitShare()).isEqualTo(3.0 / 7);
        assertThat(statistics.waits().getMaxValue()).isBetween(3_000L, 3_001L);
        assertThat(lock.counters()).containsEntry("drop-requests", 1.0).containsEntry("held-share", 1.0);
    }

    @Test
    void aPollIsCountedWhenItFindsARequest() throws Exception {
        lock.acquire();
        lock.checkpoint().poll();
        var turn = ann.submit(() -> {
            lock.acquire();
            lock.release();
        });
        mutex.awaitNextWait();
        mutex.expire();
        mutex.awaitNextWait();
        switchMutex.withoutAGap(() -> lock.checkpoint().poll());
        turn.get();
        lock.release();
        assertThat(lock.statistics().drops()).isEqualTo(new LockStatistics.Drops(1, 1, 1));
    }

    @Test
    void aHoldLongerThanTheHistogramCountsAsItsLongest() {
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
