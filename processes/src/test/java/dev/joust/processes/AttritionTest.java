package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Djoust.attrition.units=10000 -Djoust.attrition.replacements=1000} for the long form. */
final class AttritionTest {
    private static final int UNITS = Integer.getInteger("joust.attrition.units", 120);
    private static final int REPLACEMENTS = Integer.getInteger("joust.attrition.replacements", 8);
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** More than a millisecond on any machine: long enough that none lies ready behind another. */
    private static final Step LONG = new Step.Compute(Kernel.MIX, Duration.ofMillis(60));

    @TempDir
    Path folder;

    private final Random random = new Random(4711);

    @Test
    void everyUnitIsAnsweredOnceOrFailedOnceWhileWorkersAreKilledNowAndThen() throws Exception {
        var completions = new AtomicInteger();
        Map<Work, CompletableFuture<Outcome>> units = new LinkedHashMap<>();
        try (var bench = new PoolBenchmark(WorkerCommand.of(WorkerMain.class), 4, folder);
                var killer = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < UNITS; i++) {
                // every other is short, and lies ready at a worker
                var work = bench.work(i % 2 == 0 ? LONG : PoolBenchmark.MIX);
                var unit = bench.run(work);
                unit.whenComplete((outcome, e) -> completions.incrementAndGet());
                units.put(work, unit);
            }
            var kills = new AtomicInteger();
            var killing = killer.scheduleAtFixedRate(
                    () -> killOne(bench, kills), 0, BETWEEN_KILLS.toMillis(), TimeUnit.MILLISECONDS);
            await().atMost(PATIENCE).until(() -> completions.get() >= UNITS);
            assertThat(killing.cancel(false)).as("killed to the end").isTrue();
            int failed = 0;
            for (var unit : units.entrySet()) {
                switch (PoolBenchmark.outcome(unit.getValue())) {
                    case Outcome.Done done -> assertThat(done).isEqualTo(bench.right(unit.getKey()));
                    case Outcome.Failed(String reason) -> {
                        assertThat(reason).matches("worker \\d+ ended: exit status 137 \\(signal 9\\)");
                        failed++;
                    }
                }
            }
            assertThat(kills).hasPositiveValue();
            assertThat(failed).as("units failed by %s kills", kills).isBetween(1, kills.get());
        }
        assertThat(completions)
                .as("after close() nothing is left that could complete a unit once more")
                .hasValue(UNITS);
    }

    /** Of those that have said hello: killed before, they would look like workers that cannot start. */
    private void killOne(PoolBenchmark bench, AtomicInteger kills) {
        var pids = bench.pool().pids();
        if (!pids.isEmpty()) {
            // it may be gone already, for the pool learns of that a little later
            ProcessHandle.of(pids.get(random.nextInt(pids.size())))
                    .filter(ProcessHandle::destroyForcibly)
                    .ifPresent(killed -> kills.incrementAndGet());
        }
    }

    @Test
    void noZombieIsLeftByWorkersThatWereReplaced() throws Exception {
        try (var bench = new PoolBenchmark(WorkerCommand.of(WorkerMain.class), 1, folder)) {
            Set<Long> killed = new HashSet<>();
            for (int i = 1; i <= REPLACEMENTS; i++) {
                bench.assertWorks();
                long pid = bench.pool().pids().getFirst();
                killed.add(pid);
                PoolBenchmark.kill(pid);
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(PoolBenchmark.PATIENCE)
                        .until(() -> bench.pool().pids().stream().anyMatch(other -> other != pid));
            }
            assertThat(bench.pool().counters()).containsEntry("workersReplaced", (double) REPLACEMENTS);
            // zombies are children too
            assertThat(ProcessHandle.current().children().map(ProcessHandle::pid))
                    .doesNotContainAnyElementsOf(killed)
                    .containsAll(bench.pool().pids());
        }
    }
}
