package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which thread gets a signal. No thread really waits: most of them are only names here. */
class WaitGroupTest {
    private final WaitGroup group = new WaitGroup();
    private final Thread ann = new Thread("ann");
    private final Thread bob = new Thread("bob");

    @Test
    void aSignalToAnEmptyGroupIsRefused() {
        assertThat(group.allSignalled()).isTrue();
        assertThat(group.signal()).isFalse();
        group.join();
        assertThat(group.tryTake()).as("the signal from before").isFalse();
    }

    @Test
    void thereAreAsManySignalsAsThreadsAndNoMore() {
        group.join();
        group.join();
        assertThat(group.signal()).isTrue();
        assertThat(group.allSignalled()).isFalse();
        assertThat(group.signal()).isTrue();
        assertThat(group.allSignalled()).isTrue();
        assertThat(group.signal()).isFalse();
        assertThat(group.tryTake()).isTrue();
        assertThat(group.takeOrQueue(bob)).isTrue();
    }

    @Test
    void anAwakeThreadMayTakeTheSignalOfAParkedOne() {
        joinAndQueue(ann);
        group.join();
        group.signal();
        assertThat(group.tryTake()).isTrue();
        assertThat(group.takeOrQueue(ann)).isFalse();
        assertThat(group.signal()).as("Ann is still to be signalled").isTrue();
        assertThat(group.takeOrQueue(ann)).isTrue();
    }

    @Test
    void aThreadWhoseTimeIsUpLeavesAndGetsNoSignal() {
        joinAndQueue(ann);
        joinAndQueue(bob);
        assertThat(group.leave(ann)).isFalse();
        assertThat(group.signal()).isTrue();
        assertThat(group.takeOrQueue(bob)).isTrue();
        assertThat(group.signal()).isFalse();
    }

    @Test
    void aThreadWhoseTimeIsUpTakesASignalThatIsThere() {
        joinAndQueue(ann);
        joinAndQueue(bob);
        group.signal(); // unparks Ann alone
        assertThat(group.leave(ann)).as("it took the signal").isTrue();
        assertThat(group.allSignalled()).as("Bob is still to be signalled").isFalse();
        assertThat(group.signal()).isTrue();
        assertThat(group.takeOrQueue(bob)).isTrue();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aThreadThatWokeWithoutASignalIsNotQueuedTwice() {
        joinAndQueue(ann);
        for (int i = 0; i < 3; i++) {
            assertThat(group.takeOrQueue(ann)).isFalse();
        }
        group.signal();
        assertThat(group.takeOrQueue(ann)).isTrue();
        joinAndQueue(Thread.currentThread());
        group.signal();
        LockSupport.park(); // ends only by an unpark
        assertThat(group.takeOrQueue(Thread.currentThread())).isTrue();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aThreadThatTookAnothersSignalIsNotUnparkedForIt() {
        var me = Thread.currentThread();
        joinAndQueue(me);
        joinAndQueue(bob);
        group.signal();
        LockSupport.park(); // ends by that signal
        assertThat(group.takeOrQueue(bob)).isTrue();
        assertThat(group.takeOrQueue(me)).isFalse();
        group.signal();
        LockSupport.park(); // ends only by an unpark
        assertThat(group.takeOrQueue(me)).isTrue();
    }

    private void joinAndQueue(Thread thread) {
        group.join();
        assertThat(group.takeOrQueue(thread)).isFalse();
    }
}
