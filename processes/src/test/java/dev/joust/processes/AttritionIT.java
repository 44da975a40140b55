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

/** {@code -Djoust.attrition.units=10000 -Djoust.attrition.replacements=1000} runs the long form. */
final class AttritionIT {
    private static final int UNITS = Integer.getInteger("joust.attrition.units", 120);
    private static final int REPLACEMENTS = Integer.getInteger("joust.attrition.replacements", 8);
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    /** More than a millisecond on any machine: too long to lie ready behind another. */
    private static final Step LONG = new Step.Compute(Kernel.MIX, Duration.ofMillis(60));

    @TempDir
    Path folder;

    private final Random random = new Random(4711);

    @Test
    void everyUnitCompletesExactlyOnceWhileWorkersAreKilled() throws Exception {
        var completions = new AtomicInteger();
        Map<Work, CompletableFuture<Outcome>> units = new LinkedHashMap<>();
        try (var pool = new PoolFixture(WorkerCommand.of(WorkerMain.class), 4, folder);
                var killer = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < UNITS; i++) {
                // every other unit is short and lies ready at a worker
                var work = pool.work(i % 2 == 0 ? LONG : PoolFixture.MIX);
                var unit = pool.run(work);
                unit.whenComplete((outcome, e) -> completions.incrementAndGet());
                units.put(work, unit);
            }
            var kills = new AtomicInteger();
            var killing = killer.scheduleAtFixedRate(
                    () -> killOne(pool, kills), 0, BETWEEN_KILLS.toMillis(), TimeUnit.MILLISECONDS);
            await().atMost(TIMEOUT).until(() -> completions.get() >= UNITS);
            assertThat(killing.cancel(false)).as("killed to the end").isTrue();
            int failed = 0;
            for (var unit : units.entrySet()) {
                switch (PoolFixture.outcome(unit.getValue())) {
                    case Outcome.Done done -> assertThat(done).isEqualTo(pool.right(unit.getKey()));
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
                .as("no unit completes a second time, not even in close()")
                .hasValue(UNITS);
    }

    /** Kills a worker that has said hello. One that is killed before counts as a failed start. */
    private void killOne(PoolFixture pool, AtomicInteger kills) {
        var pids = pool.workers().pids();
        if (!pids.isEmpty()) {
            // the process may have ended already: the pool learns of that a little later
            ProcessHandle.of(pids.get(random.nextInt(pids.size())))
                    .filter(ProcessHandle::destroyForcibly)
                    .ifPresent(killed -> kills.incrementAndGet());
        }
    }

    @Test
    void replacedWorkersLeaveNoZombies() throws Exception {
        try (var pool = new PoolFixture(WorkerCommand.of(WorkerMain.class), 1, folder)) {
            Set<Long> killed = new HashSet<>();
            for (int i = 1; i <= REPLACEMENTS; i++) {
                pool.assertWorks();
                long pid = pool.workers().pids().getFirst();
                killed.add(pid);
                PoolFixture.kill(pid);
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(PoolFixture.TIMEOUT)
                        .until(() -> pool.workers().pids().stream().anyMatch(other -> other != pid));
            }
            assertThat(pool.workers().counters()).containsEntry("workersReplaced", (double) REPLACEMENTS);
            // zombies are children too
            assertThat(ProcessHandle.current().children().map(ProcessHandle::pid))
                    .doesNotContainAnyElementsOf(killed)
                    .containsAll(pool.workers().pids());
        }
    }
}
