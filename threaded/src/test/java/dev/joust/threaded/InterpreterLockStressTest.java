package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lock in real time, with an interval so short that switches abound. */
@Timeout(60)
class InterpreterLockStressTest {
    private static final int THREADS = 4;
    private static final int STEPS = 1_000_000;

    private final InterpreterLock lock = new InterpreterLock(Duration.ofNanos(20_000), true, new HandOff.Fifo());
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private long count; // guarded by the lock alone

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void noUpdateIsLostByThreadsThatPollAndBlockAndAreInterrupted() throws Exception {
        var counting = IntStream.range(0, THREADS)
                .<Future<?>>mapToObj(t -> threads.submit(this::count))
                .toList();
        for (var done : counting) {
            done.get();
        }
        assertThat(count).isEqualTo((long) THREADS * STEPS);
        assertThat(lock.counters().get("switches")).isGreaterThanOrEqualTo(THREADS);
    }

    private void count() {
        var checkpoint = lock.checkpoint();
        lock.acquire();
        for (int i = 0; i < STEPS; i++) {
            count++;
            checkpoint.poll();
            if (i % 100 == 0) {
                lock.release();
                lock.acquire();
            }
            if (i % 1_000 == 0) {
                Thread.currentThread().interrupt();
            }
            if (i % 1_000 == 500) {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
        lock.release();
    }

    @Test
    void aThreadGetsInBesideOneThatOnlyPolls() throws Exception {
        var polling = threads.submit(() -> {
            var checkpoint = lock.checkpoint();
            lock.acquire();
            while (count == 0) {
                checkpoint.poll();
            }
            lock.release();
        });
        threads.submit(() -> {
            lock.acquire();
            count++;
            lock.release();
        });
        polling.get();
    }
}
