package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;

/** An interpreter lock in a time that the test controls. The test's thread is one party, Ann and Bob are two others. */
class LockParties {
    static final Duration INTERVAL = Duration.ofMillis(5);
    private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

    final ManualMutex mutex = new ManualMutex();
    final SwitchMutex switchMutex = new SwitchMutex();
    final InterpreterLock lock = new InterpreterLock(INTERVAL, true, mutex, switchMutex, System::nanoTime);
    final ExecutorService ann = Executors.newSingleThreadExecutor(DAEMONS);
    final ExecutorService bob = Executors.newSingleThreadExecutor(DAEMONS);

    @AfterEach
    void end() {
        ann.shutdownNow();
        bob.shutdownNow();
    }

    /** Has a party acquire and release the lock. */
    static Future<?> hold(InterpreterLock lock, ExecutorService party) {
        return party.submit(() -> {
            lock.acquire();
            lock.release();
        });
    }

    /** The same by a party that has waited for an interval already, and made a request. */
    Future<?> requestedHold(InterpreterLock lock, ExecutorService party) throws InterruptedException {
        return requested(lock, hold(lock, party));
    }

    /** Lets the interval of a waiting party pass, so that it makes a request. */
    Future<?> requested(InterpreterLock lock, Future<?> waiting) throws InterruptedException {
        mutex.awaitNextWait();
        mutex.expire();
        mutex.awaitNextWait();
        assertThat(lock.dropRequested()).isTrue();
        return waiting;
    }

    void assertAcquisitions(long total, long contended, long switches) {
        assertThat(lock.statistics().acquisitions())
                .isEqualTo(new LockStatistics.LockAcquisitions(total, contended, switches));
    }

    void assertSwitches(long all, long forced) {
        assertSwitches(lock, all, forced);
    }

    static void assertSwitches(InterpreterLock lock, long all, long forced) {
        var statistics = lock.statistics();
        assertThat(statistics.acquisitions().switches()).as("switches").isEqualTo(all);
        assertThat(statistics.drops().forced()).as("forced switches").isEqualTo(forced);
    }
}
