package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.ModelContract;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class VertxLoopsTest extends ModelContract {
    private static final int SAMPLES = 20;

    VertxLoopsTest() {
        super("vertx-loops");
    }

    @Test
    void itsComputationIsLimitedByTheCoresAndTheWorkers() {
        assertThat(new VertxLoops().ceiling(2, 100)).isEqualTo(new Ceiling(2, 100));
        assertThat(new VertxLoops().ceiling(64, 100)).isEqualTo(new Ceiling(20, 100));
    }

    @Test
    void theCountersTellTheLoopsAndTheWorkers() {
        try (var runner = Loops.start(new VertxLoops(), Setup.NOWHERE, 8)) {
            assertThat(runner.counters()).isEqualTo(Map.of("loops", 2.0, "worker-threads", 20.0));
        }
        try (var runner = Loops.start(new VertxLoops(), Setup.NOWHERE, 1)) {
            assertThat(runner.counters()).as("one unit at once needs one loop").containsEntry("loops", 1.0);
        }
    }

    @Test
    void loopsCompleteUnitsInTurn() throws Exception {
        Set<String> completing = ConcurrentHashMap.newKeySet();
        try (var runner = Loops.start(new VertxLoops(), Setup.NOWHERE, 8)) {
            for (int i = 0; i < 8; i++) {
                Loops.outcome(runner.run(Loops.unit(Loops.TINY)).whenComplete((outcome, failure) -> {
                    completing.add(Thread.currentThread().getName());
                }));
            }
        }
        assertThat(completing).filteredOn(name -> name.contains("eventloop")).hasSize(2);
    }

    @Test
    void onlyWorkersComputeAndCallsAreAnsweredBesideThem() throws Exception {
        Set<String> computing = new HashSet<>();
        try (var service = new RawService((path, n, out) -> {
                    out.write(RawService.ok("hello"));
                    return true;
                });
                var runner = Loops.start(new VertxLoops(), service.address(), 8)) {
            var computations = new Computations(runner, 4);
            assertThat(Loops.outcome(runner.run(Loops.unit(Loops.CALL)))).isInstanceOf(Outcome.Done.class);
            for (int sampled = 0; sampled < SAMPLES; ) {
                for (var stack : Thread.getAllStackTraces().entrySet()) {
                    if (OneThreadTest.isKernel(stack.getValue())) {
                        computing.add(stack.getKey().getName());
                        sampled++;
                    }
                }
            }
            computations.stop();
        }
        assertThat(computing).isNotEmpty().allMatch(name -> name.startsWith("vert.x-worker-thread-"));
    }
}
