package dev.joust.compare.cause;

import static dev.joust.compare.cause.SampleFigures.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each rule on figures that just meet it and figures that just miss it. */
final class CauseRulesTest {

    @Test
    void noLimitIsReachedByFiguresThatReachNone() {
        assertThat(quiet().cause())
                .isEqualTo(new Cause(
                        CauseKind.NOT_KNOWN,
                        "no limit is reached, or several are near",
                        "CPU 0.80 of 2 cores; 8 units were in flight on 8 slots, on average; a unit took 10.0 ms, its"
                                + " own waits 5.0 ms"));
    }

    @Test
    void aUnitThatTakesHardlyLongerThanItsOwnWaitsWaits() {
        assertThat(quiet().with(CauseFigure.RESPONSE, 6.25).kind()).isEqualTo(CauseKind.WAITS);
        assertThat(quiet().with(CauseFigure.RESPONSE, 6.3).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    @Test
    void aUnitThatTakesHardlyLongerThanItsOwnWaitsIsNotLimitedByABusyLock() {
        assertThat(quiet().with(CauseFigure.RESPONSE, 6).lock(0.99, 7).kind()).isEqualTo(CauseKind.WAITS);
    }

    @Test
    void aLowerBoundOfTheResponseTimeShowsNoWaits() {
        var bound = quiet().with(CauseFigure.RESPONSE, 6).with(CauseFigure.UNFINISHED, 1);
        assertThat(bound.kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(bound.cause().against()).contains("a unit took at least 6.0 ms");
    }

    @Test
    void aUnitThatTakesHardlyLongerThanItComputesIsLimitedByItsOwnWork() {
        var computes = quiet().with(CauseFigure.OWN_CPU, 5.5).with(CauseFigure.RESPONSE, 11);
        assertThat(computes.kind()).isEqualTo(CauseKind.OWN_WORK);
        assertThat(computes.cause().because())
                .isEqualTo("a unit took 11.0 ms, its own waits 5.0 ms and its own CPU time 5.5 ms");
        assertThat(computes.with(CauseFigure.RESPONSE, 13.2).kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(computes.with(CauseFigure.OWN_CPU, 4.5).kind()).isEqualTo(CauseKind.WAITS);
    }

    @Test
    void coresThatAreInUseNineTenthsOfTheTimeAreTheLimit() {
        assertThat(quiet().with(CauseFigure.CPU, 1.8).cause().because()).isEqualTo("CPU 1.80 of 2 cores");
        assertThat(quiet().with(CauseFigure.CPU, 1.8).kind()).isEqualTo(CauseKind.CPU);
        assertThat(quiet().with(CauseFigure.CPU, 1.79).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    @Test
    void aThreadThatIsAlwaysReadyAndHasNoCoreShowsThatTheCoresAreTheLimit() {
        assertThat(quiet().with(CauseFigure.WITHOUT_CORE, 1).kind()).isEqualTo(CauseKind.CPU);
        assertThat(quiet().with(CauseFigure.WITHOUT_CORE, 0.9).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    @Test
    void onOneCoreALockTakesNothingAwayThatTheCoreCouldGive() {
        var one = quiet().lock(0.99, 3).with(CauseFigure.CORES, 1);
        assertThat(one.with(CauseFigure.CPU, 0.95).kind()).isEqualTo(CauseKind.CPU);
        assertThat(one.with(CauseFigure.CPU, 0.8).kind()).isEqualTo(CauseKind.LOCK_ON_RETURN);
        assertThat(quiet().loop(0.99, 1)
                        .with(CauseFigure.CORES, 0.5)
                        .with(CauseFigure.CPU, 0.5)
                        .kind())
                .isEqualTo(CauseKind.CPU);
    }

    @Test
    void aLockThatIsHeldAndWaitedForIsTheLimit() {
        var computes = quiet().with(CauseFigure.RETURNS, 0).with(CauseFigure.WAITS, 0);
        assertThat(computes.lock(0.9, 0.9).cause())
                .isEqualTo(new Cause(
                        CauseKind.LOCK,
                        "the lock was held 90 % of the window, 0.9 threads waited for it",
                        "CPU 0.80 of 2 cores; 8 units were in flight on 8 slots, on average; a unit took 10.0 ms"));
        assertThat(computes.lock(0.89, 0.9).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    @Test
    void aLockThatNoThreadWaitsForIsNotTheLimit() {
        assertThat(quiet().with(CauseFigure.RETURNS, 0).lock(1, 0.1).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    @Test
    void aLockThatKeepsTheOtherCoreBusyWithItsOwnCostIsStillTheLimit() {
        assertThat(quiet().with(CauseFigure.RETURNS, 0)
                        .lock(0.95, 200)
                        .with(CauseFigure.CPU, 1.9)
                        .kind())
                .isEqualTo(CauseKind.LOCK);
    }

    @Test
    void aUnitThatWaitsForTheLockAfterEachReturnIsFoundBelowSaturation() {
        assertThat(quiet().lock(0.5, 0.5).kind()).isEqualTo(CauseKind.LOCK_ON_RETURN);
        assertThat(quiet().lock(0.49, 0.5).kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(quiet().lock(0.5, 0.49).kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(quiet().lock(0.5, 0.5).cause().because())
                .isEqualTo(
                        "a unit took 10.0 ms, its own waits 5.0 ms; after each of its 1 waits it needs the lock, whose"
                                + " interval is 5 ms; the lock was held 50 % of the window, 0.5 threads waited for it");
    }

    @Test
    void anExcessBelowTheIntervalPerReturnIsNotTheConvoy() {
        assertThat(quiet().lock(0.5, 3).with(CauseFigure.RESPONSE, 9.9).kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(quiet().lock(0.5, 3).with(CauseFigure.RETURNS, 2).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    /** A loop that computes holds its lock all the time, and nobody waits for it. */
    @Test
    void aLoopThatHoldsItsOwnLockIsTheLoop() {
        var inline = quiet().with(CauseFigure.RESPONSE, 50).lock(0.98, 0.01).with(CauseFigure.LOOP_BUSY, 0.98);
        assertThat(inline.kind()).isEqualTo(CauseKind.LOOP);
    }

    @Test
    void aLoopWhoseThreadRunsNineTenthsOfTheTimeIsTheLimit() {
        assertThat(quiet().loop(0.9, 0).cause().because()).isEqualTo("the loop's thread ran 90 % of the window");
        assertThat(quiet().loop(0.9, 0).kind()).isEqualTo(CauseKind.LOOP);
        assertThat(quiet().loop(0.89, 0).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    @Test
    void aComputationThatIsAsLongAsAFifthOfTheExcessBlocksTheLoop() {
        var late = quiet().with(CauseFigure.RESPONSE, 105).loop(0.3, 20);
        assertThat(late.kind()).isEqualTo(CauseKind.BLOCKED_LOOP);
        assertThat(late.cause().because())
                .isEqualTo("one unit kept the loop from its I/O for up to 20.0 ms; a unit took 105.0 ms, its own waits"
                        + " 5.0 ms");
        assertThat(late.with(CauseFigure.LOOP_TURN, 19).kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(late.with(CauseFigure.RESPONSE, 9.9).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    @Test
    void unitsThatQueueWhileTheSlotsWaitShowThatTheSlotsAreTheLimit() {
        var queue = quiet().with(CauseFigure.SLOTS, 2).with(CauseFigure.IN_FLIGHT, 3);
        assertThat(queue.kind()).isEqualTo(CauseKind.SLOTS);
        assertThat(queue.with(CauseFigure.IN_FLIGHT, 2.9).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    @Test
    void slotsAreNotNamedWhereSomethingElseIsNearItsLimit() {
        var queue = quiet().with(CauseFigure.SLOTS, 2)
                .with(CauseFigure.IN_FLIGHT, 9)
                .with(CauseFigure.RETURNS, 0);
        assertThat(queue.with(CauseFigure.CPU, 1.5).kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(queue.lock(0.8, 0.6).kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(queue.loop(0.8, 0).kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(queue.without(CauseFigure.CPU).kind()).isEqualTo(CauseKind.NOT_KNOWN);
    }

    /** A unit that waits for a monitor keeps its slot, and would wait for the monitor in another slot too. */
    @Test
    void slotsAreNotNamedWhereUnitsShareAMonitor() {
        var queue = quiet().with(CauseFigure.SLOTS, 2).with(CauseFigure.IN_FLIGHT, 9);
        assertThat(queue.with(CauseFigure.MONITORS, 0).kind()).isEqualTo(CauseKind.SLOTS);
        var monitor = queue.with(CauseFigure.MONITORS, 1);
        assertThat(monitor.kind()).isEqualTo(CauseKind.NOT_KNOWN);
        assertThat(monitor.cause().because())
                .isEqualTo("its units share a monitor, and no figure tells how long they waited for it");
        assertThat(monitor.with(CauseFigure.CPU, 1.9).kind()).isEqualTo(CauseKind.CPU);
    }

    /** CPython's threads: units in the queue would look like missing slots, and wait for a lock that nobody sees. */
    @Test
    void aModelThatComputesOneByOneWithoutFiguresOfItsLockHasNoKnownCause() {
        var unseen = quiet().with(CauseFigure.COMPUTING, 1)
                .with(CauseFigure.SLOTS, 4)
                .with(CauseFigure.IN_FLIGHT, 100);
        assertThat(unseen.cause().because())
                .isEqualTo("its units compute one by one, and its lock or loop gave no figures of the window");
        assertThat(unseen.with(CauseFigure.SLOTS, 1).kind()).isEqualTo(CauseKind.SLOTS);
    }

    @Test
    void aBatchThatTakesHalfItsTimeToBeHandedOverIsLimitedByThat() {
        var slow = quiet().with(CauseFigure.HANDOVER_SHARE, 0.5).with(CauseFigure.SLOTS, 2);
        assertThat(slow.cause().because()).isEqualTo("to hand the units over took 50 % of the makespan");
        assertThat(slow.kind()).isEqualTo(CauseKind.HANDOVER);
        assertThat(slow.with(CauseFigure.HANDOVER_SHARE, 0.49).kind()).isEqualTo(CauseKind.SLOTS);
    }

    /** The estimate that measurement.md warns of: a unit that uses no CPU time need not wait for I/O. */
    @Test
    void aUnitThatQueuesForTheLockIsNeverTakenForOneThatWaits() {
        for (double waiting = 1; waiting <= 64; waiting *= 2) {
            var queued = quiet().lock(0.95, waiting).with(CauseFigure.RESPONSE, 5 + 5 * waiting);
            assertThat(queued.with(CauseFigure.CPU, 1).kind()).isIn(CauseKind.LOCK, CauseKind.LOCK_ON_RETURN);
            assertThat(queued.without(CauseFigure.LOCK_HELD)
                            .without(CauseFigure.LOCK_WAITING)
                            .kind())
                    .isEqualTo(CauseKind.NOT_KNOWN);
        }
    }

    @Test
    void trialsThatDisagreeHaveNoKnownCause() {
        var lock = quiet().with(CauseFigure.RETURNS, 0).lock(0.99, 3);
        var other = lock.with(CauseFigure.LOCK_HELD, 0.5);
        assertThat(SampleFigures.cause(lock, lock, other).kind()).isEqualTo(CauseKind.LOCK);
        assertThat(SampleFigures.cause(lock, lock, lock, other, other).because())
                .isEqualTo("the trials disagree: 3 of 5 show 'lock', as their medians do");
    }

    @Test
    void aFigureThatOneTrialLacksIsNotKnown() {
        var lock = quiet().with(CauseFigure.RETURNS, 0).lock(0.99, 3);
        assertThat(SampleFigures.cause(lock, lock, lock.without(CauseFigure.LOCK_WAITING))
                        .kind())
                .isEqualTo(CauseKind.NOT_KNOWN);
    }
}
