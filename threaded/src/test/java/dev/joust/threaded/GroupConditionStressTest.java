package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One signal per permit, to waiters of which some keep giving up. If a signal is lost, a waiter waits for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupConditionStressTest {
    private static final int WAITERS = 6;
    private static final int PERMITS_PER_WAITER = 5_000;

    private int permits; // guarded by the mutex

    @ParameterizedTest
    @ValueSource(longs = {0, 300, 20_000})
    void noSignalIsLostBesideWaitersThatGiveUpOrAreInterrupted(long windowNanos) throws Exception {
        var mutex = new GroupMutex(windowNanos);
        var condition = mutex.newCondition();
        var taking = IntStream.range(0, WAITERS)
                .mapToObj(w -> new FutureTask<Void>(() -> take(mutex, condition, w), null))
                .toList();
        var takers = taking.stream()
                .map(task -> Thread.ofPlatform().daemon().start(task))
                .toList();
        for (int i = 0; i < WAITERS * PERMITS_PER_WAITER; i++) {
            mutex.lock();
            permits++;
            condition.signal();
            mutex.unlock();
            if (i % 16 == 0) {
                takers.get(i / 16 % WAITERS).interrupt();
                Thread.yield();
            }
        }
        for (var taken : taking) {
            taken.get();
        }
        assertThat(permits).isZero();
    }

    private void take(GroupMutex mutex, Condition condition, int waiter) {
        for (int i = 0; i < PERMITS_PER_WAITER; i++) {
            mutex.lock();
            while (permits == 0) {
                await(condition, waiter % 3, i);
            }
            permits--;
            mutex.unlock();
        }
    }

    private static void await(Condition condition, int kind, int attempt) {
        try {
            switch (kind) {
                case 0 -> condition.awaitUninterruptibly();
                case 1 -> condition.awaitNanos(attempt % 2_000);
                default -> condition.await();
            }
        } catch (InterruptedException e) {
            // the caller looks again, as after any wait
        }
    }
}
