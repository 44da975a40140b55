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

@SuppressWarnings("try") // a gate is closed in the midst, to let requests through, and in any case
final class PoolOptionsTest {
    @TempDir
    Path folder;

    @Test
    void callersWaitWhereTheQueueIsFull() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder, Map.of("queue", "2"));
                var gate = bench.service().hold()) {
            var units = Stream.generate(() -> bench.run(bench.work(PoolBenchmark.CALL)))
                    .limit(3)
                    .toList();
            assertThat(gate.arrivals(1, PoolBenchmark.PATIENCE)).isTrue();
            var fourth = bench.work(PoolBenchmark.CALL);
            var caller = CompletableFuture.supplyAsync(() -> bench.run(fourth).join());
            await().during(Duration.ofMillis(200)).until(() -> bench.pool().waiting() == 2);
            gate.close();
            for (var unit : units) {
                assertThat(PoolBenchmark.outcome(unit)).isInstanceOf(Outcome.Done.class);
            }
            assertThat(PoolBenchmark.outcome(caller)).isEqualTo(bench.right(fourth));
        }
    }

    @Test
    void whoIsCalledBackByThePoolDoesNotWaitForIt() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder, Map.of("queue", "1"))) {
            var chain = Stream.generate(() -> bench.work(PoolBenchmark.TINY))
                    .limit(100)
                    .toList();
            var last = CompletableFuture.<Outcome>completedFuture(null);
            for (var work : chain) {
                last = last.thenCompose(done -> CompletableFuture.allOf(
                                bench.run(work),
                                bench.run(bench.work(PoolBenchmark.TINY)),
                                bench.run(bench.work(PoolBenchmark.TINY)))
                        .thenApply(all -> new Outcome.Done(work.seed(), 0, 0)));
            }
            assertThat(PoolBenchmark.outcome(last))
                    .isEqualTo(new Outcome.Done(chain.getLast().seed(), 0, 0));
        }
    }

    @Test
    void callersThatWaitAreToldWhenTheModelIsClosed() throws Exception {
        CompletableFuture<Outcome> caller;
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder, Map.of("queue", "1"));
                var gate = bench.service().hold()) {
            bench.run(bench.work(PoolBenchmark.CALL));
            bench.run(bench.work(PoolBenchmark.CALL));
            assertThat(gate.arrivals(1, PoolBenchmark.PATIENCE)).isTrue();
            caller = CompletableFuture.supplyAsync(
                    () -> bench.run(bench.work(PoolBenchmark.CALL)).join());
            await().during(Duration.ofMillis(100)).until(() -> bench.pool().waiting() == 1);
        }
        assertThat(PoolBenchmark.outcome(caller)).isEqualTo(new Outcome.Failed("the model was closed"));
    }

    @Test
    void aWorkerWithThreadsDoesAsManyUnitsAtOnce() throws Exception {
        try (var bench = new PoolBenchmark(PoolBenchmark.WORKER, 1, folder, Map.of("threads", "3"));
                var gate = bench.service().hold()) {
            var works = Stream.generate(() -> bench.work(PoolBenchmark.CALL, PoolBenchmark.MIX))
                    .limit(5)
                    .toList();
            var units = works.stream().map(bench::run).toList();
            assertThat(gate.arrivals(3, PoolBenchmark.PATIENCE)).isTrue();
            assertThat(bench.pool().pids()).hasSize(1);
            gate.close();
            for (int i = 0; i < units.size(); i++) {
                assertThat(PoolBenchmark.outcome(units.get(i))).isEqualTo(bench.right(works.get(i)));
            }
        }
    }

    @Test
    void anOptionThatCannotBeIsRefused() {
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
        assertThatThrownBy(() -> new PoolBenchmark(PoolBenchmark.WORKER, 1, folder, Map.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
