package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the thread that calls {@code run} must be spared. */
interface CallerContract {

    int CHAINED = 20_000;

    int CHAINS = 1_000;

    ContractFixture stand();

    @Test
    default void runReturnsBeforeTheUnitIsDone() throws InterruptedException {
        var bench = stand().bench();
        try (var gate = stand().stub().hold()) {
            var unit = bench.run(SampleWork.of(SampleWork.CALL, SampleWork.MIX));
            assertThat(gate.arrivals(1, stand().patience()))
                    .as("the call has arrived")
                    .isTrue();
            assertThat(unit.isDone()).as("done before its call is answered").isFalse();
            gate.open();
            assertThat(unit.outcome(stand().patience())).isEqualTo(stand().right(unit.work()));
        }
    }

    @Test
    default void runComputesNothingOnTheCallersThread() throws InterruptedException {
        var bench = stand().bench();
        List<Long> allocated = new ArrayList<>();
        for (var work : SampleWork.times(5, SampleWork.SIEVE)) {
            allocated.add(bench.onDriver("run()", () -> allocatedByRun(bench.runner(), work)));
        }
        assertNoSieveIn(allocated);
    }

    @Test
    default void runComputesNothingWithinTheCompletionThatCallsIt() throws Exception {
        var bench = stand().bench();
        List<Long> allocated = new ArrayList<>();
        for (var work : SampleWork.times(5, SampleWork.SIEVE)) {
            // held, so that the completion comes on a thread of the model
            try (var gate = stand().stub().hold()) {
                var next = bench.onDriver("run()", () -> bench.runner()
                        .run(SampleWork.of(SampleWork.CALL))
                        .thenApply(outcome -> allocatedByRun(bench.runner(), work))
                        .toCompletableFuture());
                gate.open();
                allocated.add(next.get(stand().patience().toNanos(), TimeUnit.NANOSECONDS));
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

    /** The least counts: the first calls may load classes, but a sieve on the calling thread allocates its array every time. */
    private static void assertNoSieveIn(List<Long> allocated) {
        assertThat(allocated)
                .as("bytes that the caller allocated in run(); a sieve takes %d", SampleWork.SIEVE_BYTES)
                .anySatisfy(bytes -> assertThat(bytes).isLessThan(SampleWork.SIEVE_BYTES));
    }

    @Test
    default void unitsStartedByCompletionsDoNotGrowTheStack() throws Exception {
        var bench = stand().bench();
        // many at once: a model that drains its queue within run() follows one chain within another
        var end = bench.onDriver(
                "run()", () -> new Chains(bench.runner(), () -> SampleWork.of(SampleWork.TINY), CHAINED).start(CHAINS));
        assertThat(end.get(stand().patience().toNanos(), TimeUnit.NANOSECONDS)).isEqualTo(CHAINED);
    }
}
