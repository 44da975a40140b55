package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.blocking.RunLock;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lock in real time, with an interval that is short enough for many switches. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterpreterLockStressTest {
    private static final Duration INTERVAL = Duration.ofNanos(20_000);
    private static final int THREADS = 8;
    private static final int STEPS = 200_000;

    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private long count; // guarded by the lock under test

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    static Stream<Arguments> locks() {
        var glibc = HandoverPolicy.Glibc.calibrated();
        return Stream.of(
                lock("fifo", true, new HandoverPolicy.Fifo()),
                lock("glibc", true, glibc),
                lock("glibc without a window", true, new HandoverPolicy.Glibc(Duration.ZERO)),
                lock("fifo, unforced", false, new HandoverPolicy.Fifo()),
                lock("glibc, unforced", false, glibc),
                Arguments.of("bare", new BareLock(INTERVAL)));
    }

    private static Arguments lock(String name, boolean forced, HandoverPolicy handover) {
        return Arguments.of(name, new InterpreterLock(INTERVAL, forced, handover));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("locks")
    void noUpdateIsLostByThreadsThatPollAndBlockAndFailAndAreInterrupted(String name, RunLock lock) throws Exception {
        var together = new CyclicBarrier(THREADS); // else a thread that ends early would run two of the tasks
        var counting = IntStream.range(0, THREADS)
                .<Future<?>>mapToObj(t -> threads.submit(() -> {
                    together.await();
                    count(lock);
                    return null;
                }))
                .toList();
        for (var done : counting) {
            done.get();
        }
        assertThat(count).isEqualTo((long) THREADS * STEPS);
        lock.acquire(); // which nobody still holds
        lock.release();
        if (lock instanceof InterpreterLock counted) {
            assertThat(counted.statistics().acquisitions().switches()).isGreaterThanOrEqualTo(THREADS);
        }
    }

    private void count(RunLock lock) {
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
            if (i % 1_000 == 700) {
                failAndRecover(lock);
            }
        }
        lock.release();
    }

    private static void failAndRecover(RunLock lock) {
        try {
            try {
                throw new IllegalStateException("the holder fails");
            } finally {
                lock.release();
            }
        } catch (IllegalStateException e) {
            lock.acquire();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("locks")
    void aThreadGetsTheLockBesideOneThatOnlyPolls(String name, RunLock lock) throws Exception {
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
