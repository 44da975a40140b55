package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.reactive.ThreadTimes.CpuAndQueue;
import dev.joust.trial.Activity;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The longest turn of a loop, by a clock that the test controls. */
final class LoopActivityTest {
    private final AtomicLong nanos = new AtomicLong(1_000);
    private final AtomicInteger reads = new AtomicInteger();
    private final LoopActivity activity = new LoopActivity(() -> {
        reads.incrementAndGet();
        return nanos.get();
    });

    @Test
    void theLongestTurnIsToldOnce() {
        turn(50);
        turn(700);
        turn(60);
        assertThat(longest()).isEqualTo(700);
        turn(80);
        assertThat(longest()).isEqualTo(80);
        assertThat(longest()).isZero();
    }

    /** A unit that computes twice in a row keeps the loop for both. */
    @Test
    void stepsInARowAreOneTurn() {
        activity.beginUnit();
        step(300);
        step(400);
        activity.endUnit();
        assertThat(longest()).isEqualTo(700);
        assertThat(reads).hasValue(2);
    }

    @Test
    void aUnitThatComputesNothingReadsNoClock() {
        activity.beginUnit();
        nanos.addAndGet(1_000);
        activity.endUnit();
        assertThat(longest()).isZero();
        assertThat(reads).hasValue(0);
    }

    /** An error ends the unit, and the loop goes on with the next one. */
    @Test
    void aTurnThatFailedDoesNotGoOn() {
        activity.beginUnit();
        step(10);
        nanos.addAndGet(1_000_000);
        turn(5);
        assertThat(longest()).isEqualTo(5);
    }

    @Test
    void theTimesOfAThreadAreTheFirstTwoNumbers() {
        assertThat(ThreadTimes.ThreadSchedstat.parse("1234567 89012 345\n")).isEqualTo(new CpuAndQueue(1234567, 89012));
    }

    @Test
    void aLoopWhoseThreadHasNotBegunTellsNoTimes() {
        assertThat(activity.read().integrals()).isEmpty();
    }

    private void turn(long length) {
        activity.beginUnit();
        step(length);
        activity.endUnit();
    }

    private void step(long length) {
        activity.beginStep();
        nanos.addAndGet(length);
    }

    private double longest() {
        return activity.read().longest().get(Activity.LOOP_TURN);
    }
}
