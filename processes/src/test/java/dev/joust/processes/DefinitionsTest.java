package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DefinitionsTest {
    private static final Step NOTHING = new Step.Sleep(Duration.ZERO);

    @Test
    void aClassHasOneNumberWhateverItsUnits() {
        var definitions = new Definitions(
                CostSamples.setup(Setup.NOWHERE, 1, Path.of("scratch")).body());
        assertThat(definitions.of(new Work("a", 1, List.of(NOTHING))).id()).isZero();
        assertThat(definitions.of(new Work("a", 2, List.of())).id()).isEqualTo(1);
        assertThat(definitions.of(new Work("b", 3, List.of(NOTHING))).id()).isEqualTo(2);
        assertThat(definitions.of(NOTHING).id()).isEqualTo(3);
        assertThat(definitions.of(new Work("a", 4, List.of(NOTHING))).id()).isZero();
    }

    @Test
    void theStepsOfAClassAreSentOnceForEachWorker(@TempDir Path folder) throws Exception {
        try (var bench = new PoolBenchmark(WorkerCommand.of(WorkerMain.class), 1, folder)) {
            bench.assertWorks();
            double first = bench.pool().counters().get("bytesToWorkers");
            bench.assertWorks();
            assertThat(bench.pool().counters().get("bytesToWorkers") - first).isEqualTo(21);
        }
    }

    @Test
    void aDefinitionLongerThanAPipeArrivesAndOneLongerThanAFrameFailsItsUnit(@TempDir Path folder) throws Exception {
        try (var bench = new PoolBenchmark(WorkerCommand.of(WorkerMain.class), 1, folder)) {
            var many = new Work("many", 1, Collections.nCopies(50_000, NOTHING));
            assertThat(PoolBenchmark.outcome(bench.run(many))).isEqualTo(bench.right(many));
            var tooMany = new Work("too many", 1, Collections.nCopies(100_000, NOTHING));
            assertThat(PoolBenchmark.outcome(bench.run(tooMany)))
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                            .contains("too long"));
            bench.assertWorks();
        }
    }
}
