package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets a signal, without anyone waiting for real: the threads are only names here. */
class WaitGroupTest {
    private final WaitGroup group = new WaitGroup();
    private final Thread ann = new Thread("ann");
    private final Thread bob = new Thread("bob");

    @Test
    void aSignalToNobodyIsRefused() {
        assertThat(group.spent()).isTrue();
        assertThat(group.signal()).isFalse();
        group.join();
        assertThat(group.take(ann)).as("the signal from before").isFalse();
    }

    @Test
    void thereAreAsManySignalsAsThreadsAndNoMore() {
        group.join();
        group.join();
        assertThat(group.signal()).isTrue();
        assertThat(group.spent()).isFalse();
        assertThat(group.signal()).isTrue();
        assertThat(group.spent()).isTrue();
        assertThat(group.signal()).isFalse();
        assertThat(group.take(ann)).isTrue();
        assertThat(group.takeOrQueue(bob)).isTrue();
    }

    @Test
    void oneThatIsAwakeTakesTheSignalOfOneThatIsWoken() {
        parks(ann);
        group.join();
        group.signal();
        assertThat(group.take(bob)).isTrue();
        assertThat(group.takeOrQueue(ann)).isFalse();
        assertThat(group.signal()).as("Ann is still to be signalled").isTrue();
        assertThat(group.takeOrQueue(ann)).isTrue();
    }

    @Test
    void oneWhoseTimeIsUpLeavesAndGetsNoSignal() {
        parks(ann);
        parks(bob);
        assertThat(group.leave(ann)).isFalse();
        assertThat(group.signal()).isTrue();
        assertThat(group.takeOrQueue(bob)).isTrue();
        assertThat(group.signal()).isFalse();
    }

    @Test
    void oneWhoseTimeIsUpTakesASignalThatIsThereWithIt() {
        parks(ann);
        parks(bob);
        group.signal(); // unparks Ann, so nobody else would look
        assertThat(group.leave(ann)).as("it took the signal").isTrue();
        assertThat(group.spent()).as("Bob is still to be signalled").isFalse();
        assertThat(group.signal()).isTrue();
        assertThat(group.takeOrQueue(bob)).isTrue();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void oneThatWokeForNothingIsNotQueuedTwiceAndUnparkedInAnothersPlace() {
        parks(ann);
        for (int i = 0; i < 3; i++) {
            assertThat(group.takeOrQueue(ann)).isFalse();
        }
        group.signal();
        assertThat(group.takeOrQueue(ann)).isTrue();
        parks(Thread.currentThread());
        group.signal();
        LockSupport.park(); // for ever, unless unparked
        assertThat(group.takeOrQueue(Thread.currentThread())).isTrue();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void oneThatTookTheSignalOfAnotherIsNotUnparkedInItsPlace() {
        var me = Thread.currentThread();
        parks(me);
        parks(bob);
        group.signal();
        LockSupport.park(); // until that
        assertThat(group.takeOrQueue(bob)).isTrue();
        assertThat(group.takeOrQueue(me)).isFalse();
        group.signal();
        LockSupport.park(); // for ever, unless unparked
        assertThat(group.takeOrQueue(me)).isTrue();
    }

    private void parks(Thread thread) {
        group.join();
        assertThat(group.takeOrQueue(thread)).isFalse();
    }
}
