package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AttritionTest {
    private static final int UNITS = 200;
    private static final int KILLS = 5;
    private static final Step SLEEP = new Step.Sleep(Duration.ofMillis(5));

    @TempDir
    Path folder;

    @Test
    void everyUnitCompletesOnceWhileWorkersAreKilledNowAndThen() throws Exception {
        var random = new Random(4711);
        var completions = new AtomicInteger();
        Map<Work, CompletableFuture<Outcome>> units = new HashMap<>();
        try (var bench = new Bench(WorkerCommand.of(WorkerMain.class), 2, folder)) {
            for (int i = 0; i < UNITS; i++) {
                var work = bench.work(SLEEP, Bench.MIX);
                var unit = bench.run(work);
                unit.thenRun(completions::incrementAndGet);
                units.put(work, unit);
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                int some = kill * UNITS / (KILLS + 1);
                await().atMost(Bench.PATIENCE).until(() -> completions.get() >= some);
                var pids = bench.pool().pids();
                Bench.kill(pids.get(random.nextInt(pids.size())));
            }
            int failed = 0;
            for (var unit : units.entrySet()) {
                switch (Bench.outcome(unit.getValue())) {
                    case Outcome.Done done -> assertThat(done).isEqualTo(bench.right(unit.getKey()));
                    case Outcome.Failed(String reason) -> {
                        assertThat(reason).matches("worker \\d+ ended: exit status 137 \\(signal 9\\)");
                        failed++;
                    }
                }
            }
            assertThat(failed).as("units failed by %d kills", KILLS).isBetween(1, KILLS);
            await().atMost(Bench.PATIENCE).until(() -> bench.pool().counters().get("workersReplaced") == KILLS);
        }
        assertThat(completions)
                .as("after close() nothing is left that could complete a unit once more")
                .hasValue(UNITS);
    }
}
