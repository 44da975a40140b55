package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.trial.Outcome;
import java.nio.file.Path;
import java.time.Duration;
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
    void callersWaitWhenTheQueueIsFull() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder, Map.of("queue", "2"));
                var hold = pool.service().hold()) {
            var units = Stream.generate(() -> pool.run(pool.work(PoolFixture.CALL)))
                    .limit(3)
                    .toList();
            assertThat(hold.arrivals(1, PoolFixture.TIMEOUT)).isTrue();
            var fourth = pool.work(PoolFixture.CALL);
            var caller = CompletableFuture.supplyAsync(() -> pool.run(fourth).join());
            await().during(Duration.ofMillis(200)).until(() -> pool.workers().waiting() == 2);
            hold.close();
            for (var unit : units) {
                assertThat(PoolFixture.outcome(unit)).isInstanceOf(Outcome.Done.class);
            }
            assertThat(PoolFixture.outcome(caller)).isEqualTo(pool.right(fourth));
        }
    }

    @Test
    void aCallbackOfThePoolDoesNotWaitForRoomInTheQueue() throws Exception {
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder, Map.of("queue", "1"))) {
            var chain = Stream.generate(() -> pool.work(PoolFixture.TINY))
                    .limit(100)
                    .toList();
            var last = CompletableFuture.<Outcome>completedFuture(null);
            for (var work : chain) {
                last = last.thenCompose(done -> CompletableFuture.allOf(
                                pool.run(work),
                                pool.run(pool.work(PoolFixture.TINY)),
                                pool.run(pool.work(PoolFixture.TINY)))
                        .thenApply(all -> new Outcome.Done(work.seed(), 0, 0)));
            }
            assertThat(PoolFixture.outcome(last))
                    .isEqualTo(new Outcome.Done(chain.getLast().seed(), 0, 0));
        }
    }

    @Test
    void unitsOfCallersThatWaitFailWhenTheModelIsClosed() throws Exception {
        CompletableFuture<Outcome> caller;
        try (var pool = new PoolFixture(PoolFixture.WORKER, 1, folder, Map.of("queue", "1"));
                var hold = pool.service().hold()) {
            pool.run(pool.work(PoolFixture.CALL));
            pool.run(pool.work(PoolFixture.CALL));
            assertThat(hold.arrivals(1, PoolFixture.TIMEOUT)).isTrue();
            caller = CompletableFuture.supplyAsync(
                    () -> pool.run(pool.work(PoolFixture.CALL)).join());
            await().during(Duration.ofMillis(100)).until(() -> pool.workers().waiting() == 1);
        }
        assertThat(PoolFixture.outcome(caller)).isEqualTo(new Outcome.Failed("the model was closed"));
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
                "unknown option 'retries' of processes; known: ahead, deadline, inline, queue, retry, spin, threads");
    }

    private void assertRefused(String option, String value, String message) {
        assertThatThrownBy(() -> new PoolFixture(PoolFixture.WORKER, 1, folder, Map.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
