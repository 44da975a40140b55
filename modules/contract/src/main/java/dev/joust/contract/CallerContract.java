package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The thread that calls {@code run} neither waits nor computes, and its stack does not grow. */
interface CallerContract {

    int CHAINED_UNITS = 20_000;

    int CHAINS = 1_000;

    int WAITING_UNITS = 20_000;

    ContractFixture fixture();

    @Test
    default void runReturnsBeforeTheUnitIsDone() throws InterruptedException {
        var running = fixture().running();
        try (var latch = fixture().stub().hold()) {
            var unit = running.run(SampleWork.of(SampleWork.CALL, SampleWork.MIX));
            assertThat(latch.arrivals(1, fixture().patience()))
                    .as("the call has arrived")
                    .isTrue();
            assertThat(unit.isDone()).as("done before its call is answered").isFalse();
            latch.open();
            assertThat(unit.outcome(fixture().patience())).isEqualTo(fixture().right(unit.work()));
        }
    }

    @Test
    default void unitsWithoutASlotDoNotMakeTheCallerWait() throws InterruptedException {
        int slots = ContractFixture.SLOTS / 2;
        int held =
                Math.min(slots, fixture().ceiling(ContractFixture.CORES, slots).waiting());
        try (var running = fixture().start(fixture().stub().address(), slots);
                var latch = fixture().stub().hold()) {
            running.runAll(SampleWork.times(held, SampleWork.CALL));
            assertThat(latch.arrivals(held, fixture().patience()))
                    .as("%d calls occupy all slots", held)
                    .isTrue();
            var units = running.runAll(SampleWork.times(WAITING_UNITS, SampleWork.TINY));
            assertThat(units).as("done without a slot").noneMatch(TrackedUnit::isDone);
            latch.open();
            for (var unit : units) {
                assertThat(unit.outcome(fixture().patience()))
                        .isEqualTo(fixture().right(unit.work()));
            }
        }
    }

    @Test
    default void runComputesNothingOnTheCallersThread() throws InterruptedException {
        var running = fixture().running();
        List<Long> allocated = new ArrayList<>();
        for (var work : SampleWork.times(5, SampleWork.SIEVE)) {
            allocated.add(running.onDriver("run()", () -> allocatedByRun(running.runner(), work)));
        }
        assertNoSieveIn(allocated);
    }

    @Test
    default void runComputesNothingInTheCompletionThatCallsIt() throws Exception {
        var running = fixture().running();
        List<Long> allocated = new ArrayList<>();
        for (var work : SampleWork.times(5, SampleWork.SIEVE)) {
            // the latch makes the completion run on a thread of the model
            try (var latch = fixture().stub().hold()) {
                var next = running.onDriver("run()", () -> running.runner()
                        .run(SampleWork.of(SampleWork.CALL))
                        .thenApply(outcome -> allocatedByRun(running.runner(), work))
                        .toCompletableFuture());
                latch.open();
                allocated.add(next.get(fixture().patience().toNanos(), TimeUnit.NANOSECONDS));
            }
        }
        assertNoSieveIn(allocated);
    }

    private static long allocatedByRun(WorkRunner runner, Work work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        runner.run(work);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /**
     * One low value is enough: early calls may load classes, but a sieve on the calling thread allocates every time.
     */
    private static void assertNoSieveIn(List<Long> allocated) {
        assertThat(allocated)
                .as("bytes that the caller allocated in run(); a sieve takes %d", SampleWork.SIEVE_BYTES)
                .anySatisfy(bytes -> assertThat(bytes).isLessThan(SampleWork.SIEVE_BYTES));
    }

    @Test
    default void unitsStartedByCompletionsDoNotGrowTheStack() throws Exception {
        var running = fixture().running();
        // many chains at once: a model that drains its queue within run() nests them
        var end = running.onDriver(
                "run()",
                () -> new Chains(running.runner(), () -> SampleWork.of(SampleWork.TINY), CHAINED_UNITS).start(CHAINS));
        assertThat(end.get(fixture().patience().toNanos(), TimeUnit.NANOSECONDS))
                .isEqualTo(CHAINED_UNITS);
    }
}
