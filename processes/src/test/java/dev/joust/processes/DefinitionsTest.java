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
    /** No sleep: 50,000 of those yield the core 50,000 times, which takes half a minute on a busy machine. */
    private static final Step NOTHING = new Step.Spin(Duration.ZERO);

    @Test
    void unitsWithTheSameNameAndStepsHaveTheSameClass() {
        var definitions = new Definitions(
                ProtocolSamples.setup(Setup.NOWHERE, 1, Path.of("scratch")).body());
        assertThat(definitions.of(new Work("a", 1, List.of(NOTHING))).id()).isZero();
        assertThat(definitions.of(new Work("a", 2, List.of())).id()).isEqualTo(1);
        assertThat(definitions.of(new Work("b", 3, List.of(NOTHING))).id()).isEqualTo(2);
        assertThat(definitions.of(NOTHING).id()).isEqualTo(3);
        assertThat(definitions.of(new Work("a", 4, List.of(NOTHING))).id()).isZero();
    }

    @Test
    void theStepsOfAClassAreSentOncePerWorker(@TempDir Path folder) throws Exception {
        try (var pool = new PoolFixture(WorkerCommand.of(WorkerMain.class), 1, folder)) {
            pool.assertWorks();
            double first = pool.workers().counters().get("bytesToWorkers");
            pool.assertWorks();
            assertThat(pool.workers().counters().get("bytesToWorkers") - first).isEqualTo(21);
        }
    }

    @Test
    void aClassLongerThanAPipeArrivesAndOneLongerThanAFrameFailsItsUnit(@TempDir Path folder) throws Exception {
        try (var pool = new PoolFixture(WorkerCommand.of(WorkerMain.class), 1, folder)) {
            var many = new Work("many", 1, Collections.nCopies(50_000, NOTHING));
            assertThat(PoolFixture.outcome(pool.run(many))).isEqualTo(pool.right(many));
            var tooMany = new Work("too many", 1, Collections.nCopies(100_000, NOTHING));
            assertThat(PoolFixture.outcome(pool.run(tooMany)))
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                            .contains("too long"));
            pool.assertWorks();
        }
    }
}
