package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real threads: a test goes on once each of them is parked on the condition. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupConditionTest {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final GroupMutex mutex = new GroupMutex(0);
    private final GroupCondition condition = (GroupCondition) mutex.newCondition();

    /** A thread that waits, and checks that it holds the mutex after its wait. */
    private final class Waiter {
        private final FutureTask<Long> wait;
        private final Thread thread;

        Waiter(Callable<Long> await) {
            wait = new FutureTask<>(() -> {
                mutex.lock();
                try {
                    return await.call();
                } finally {
                    assertThat(mutex.getHoldCount()).isEqualTo(1);
                    mutex.unlock();
                }
            });
            thread = Thread.ofPlatform().daemon().start(wait);
            while (LockSupport.getBlocker(thread) != condition) {
                Thread.onSpinWait();
            }
        }

        Waiter() {
            this(() -> condition.awaitNanos(NO_LIMIT));
        }
    }

    @Test
    void aSignalWithoutAWaiterIsForgotten() throws Exception {
        signal();
        mutex.lock();
        assertThat(condition.awaitNanos(1)).isLessThanOrEqualTo(0);
        mutex.unlock();
    }

    @Test
    void theThreadThatHasParkedLongestIsWokenFirst() throws Exception {
        var first = new Waiter();
        var second = new Waiter();
        signal();
        assertThat(first.wait.get()).isPositive();
        assertThat(second.wait).isNotDone();
        signal();
        assertThat(second.wait.get()).isPositive();
    }

    @Test
    void aThreadThatComesAfterASignalCannotTakeIt() throws Exception {
        var first = new Waiter();
        mutex.lock();
        condition.signal();
        assertThat(condition.awaitNanos(1)).isLessThanOrEqualTo(0);
        mutex.unlock();
        assertThat(first.wait.get()).isPositive();
    }

    @Test
    void aLaterThreadWaitsUntilTheEarlierGroupIsSignalled() throws Exception {
        var first = new Waiter();
        var second = new Waiter();
        signal();
        first.wait.get();
        var third = new Waiter();
        signal();
        second.wait.get();
        assertThat(third.wait).isNotDone();
        signal();
        third.wait.get();
    }

    @Test
    void aSignalMayPrecedeTheParkingOfItsWaiter() throws Exception {
        var looking = new GroupMutex(TimeUnit.HOURS.toNanos(1));
        var condition = looking.newCondition();
        var waits = new FutureTask<>(() -> {
            looking.lock();
            try {
                condition.await();
                return true;
            } finally {
                looking.unlock();
            }
        });
        var thread = Thread.ofPlatform().daemon().start(waits);
        while (!waits.isDone()) { // one of the signals finds it waiting
            assertThat(LockSupport.getBlocker(thread)).isNotSameAs(condition);
            looking.lock();
            condition.signal();
            looking.unlock();
        }
        assertThat(waits.get()).isTrue();
    }

    @Test
    void aWaiterWhoseTimeIsUpLeavesAndTheSignalGoesToTheNext() throws Exception {
        mutex.lock();
        assertThat(condition.awaitNanos(1_000)).isLessThanOrEqualTo(0);
        mutex.unlock();
        var second = new Waiter();
        signal();
        assertThat(second.wait.get()).isPositive();
    }

    @Test
    void anInterruptEndsAWaitAndTheSignalGoesToTheNext() throws Exception {
        var first = new Waiter(() -> {
            assertThatThrownBy(condition::await).isInstanceOf(InterruptedException.class);
            return Thread.interrupted() ? 1L : 0L;
        });
        var second = new Waiter();
        first.thread.interrupt();
        assertThat(first.wait.get()).as("still interrupted").isZero();
        signal();
        assertThat(second.wait.get()).isPositive();
    }

    @Test
    void anInterruptBesideASignalLosesNeither() throws Exception {
        var first = new Waiter(() -> {
            try {
                condition.await();
                return 1L;
            } catch (InterruptedException e) {
                return 0L;
            }
        });
        var second = new Waiter();
        mutex.lock();
        condition.signal();
        first.thread.interrupt();
        mutex.unlock();
        assertThat(first.wait.get()).as("the signal was meant for it").isEqualTo(1);
        signal();
        assertThat(second.wait.get()).isPositive();
    }

    @Test
    void anUninterruptibleWaitKeepsTheInterruptForLater() throws Exception {
        var waiter = new Waiter(() -> {
            condition.awaitUninterruptibly();
            return Thread.interrupted() ? 1L : 0L;
        });
        waiter.thread.interrupt();
        while (waiter.thread.isInterrupted()) { // until it has seen the interrupt
            Thread.onSpinWait();
        }
        assertThat(waiter.wait).isNotDone();
        signal();
        assertThat(waiter.wait.get()).isEqualTo(1L);
    }

    @Test
    void signalAllWakesTheWaitersOfBothGroups() throws Exception {
        var first = new Waiter();
        var second = new Waiter();
        signal();
        first.wait.get();
        var third = new Waiter();
        mutex.lock();
        condition.signalAll();
        mutex.unlock();
        second.wait.get();
        third.wait.get();
    }

    @Test
    void aThreadMustHoldTheMutexToWaitOrSignal() {
        assertThatThrownBy(condition::signal).isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(condition::await).isInstanceOf(IllegalMonitorStateException.class);
        mutex.lock();
        mutex.lock();
        assertThatThrownBy(condition::await).hasMessage("to wait, hold the mutex once: 2");
    }

    private void signal() {
        mutex.lock();
        condition.signal();
        mutex.unlock();
    }
}
