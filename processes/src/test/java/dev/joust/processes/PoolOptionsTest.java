package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.trial.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a hold on the service ends in the middle of a test, and in any case at its end
final class PoolOptionsTest {
    @TempDir
    Path folder;

    @Test
    void unitsThatWaitForAWorkerFailWhenTheModelIsClosed() throws Exception {
        List<CompletableFuture<Outcome>> waiting;
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder);
                var hold = pool.service().hold()) {
            pool.run(pool.work(PoolFixture.CALL));
            assertThat(hold.arrivals(1, PoolFixture.TIMEOUT)).isTrue();
            waiting = Stream.generate(() -> pool.run(pool.work(PoolFixture.CALL)))
                    .limit(3)
                    .toList();
            assertThat(pool.workers().waiting()).isEqualTo(3);
        }
        for (var unit : waiting) {
            assertThat(PoolFixture.outcome(unit)).isEqualTo(new Outcome.Failed("the model was closed"));
        }
    }

    @Test
    void aWorkerWithSeveralThreadsDoesAsManyUnitsAtOnce() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 3, folder, Map.of("threads", "3"));
                var hold = pool.service().hold()) {
            var works = Stream.generate(() -> pool.work(PoolFixture.CALL, PoolFixture.MIX))
                    .limit(5)
                    .toList();
            var units = works.stream().map(pool::run).toList();
            assertThat(hold.arrivals(3, PoolFixture.TIMEOUT)).isTrue();
            assertThat(pool.workers().pids()).hasSize(1);
            hold.close();
            for (int i = 0; i < units.size(); i++) {
                assertThat(PoolFixture.outcome(units.get(i))).isEqualTo(pool.right(works.get(i)));
            }
        }
    }

    @Test
    void anOptionThatIsUnknownOrHasAWrongValueIsRefused() {
        assertRefused(
                "ahead", "many", "option 'ahead' of processes must be a whole number from 0 to 128, found 'many'");
        assertRefused("threads", "0", "option 'threads' of processes must be a whole number from 1 to 1024, found '0'");
        assertRefused("deadline", "0s", "option 'deadline' of processes must be at least 1000000ns, found '0s'");
        assertRefused(
                "retries",
                "3",
                "unknown option 'retries' of processes; known: ahead, deadline, inline, retry, spin, threads");
    }

    private void assertRefused(String option, String value, String message) {
        assertThatThrownBy(() -> new PoolFixture(PoolFixture.WORKER, 1, folder, Map.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
