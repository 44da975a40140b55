package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A loop is one thread: the same thread computes and completes units, and no other is started. */
final class OneThreadTest {
    private static final int SAMPLES = 50;
    private static final Work EVERYTHING = Loops.unit(
            Loops.COMPUTE, Loops.NATIVE, Loops.CALL, new Step.Sleep(Duration.ofNanos(1)), Loops.NATIVE, Loops.COMPUTE);

    /**
     * Units one after the other. Each is started by the completion of the one before, so its own is attached on the
     * loop.
     */
    private static final class Rounds {
        private final WorkRunner runner;
        private final Set<Thread> completing = ConcurrentHashMap.newKeySet();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private volatile boolean stopped;

        Rounds(WorkRunner runner) {
            this.runner = runner;
        }

        void next() {
            runner.run(EVERYTHING).thenRun(() -> {
                completing.add(Thread.currentThread());
                if (stopped) {
                    ended.complete(null);
                } else {
                    next();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void oneThreadComputesAndCompletesAndNoOtherIsStarted(ConcurrencyModel model) throws Exception {
        Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
        Set<Thread> computing = new HashSet<>();
        Set<Thread> started = new HashSet<>();
        try (var service = new RawService((path, n, out) -> {
                    out.write(RawService.ok("hello"));
                    return true;
                });
                var runner = Loops.start(model, service.address(), 4)) {
            var rounds = new Rounds(runner);
            rounds.next();
            int sampled = 0;
            while (sampled < SAMPLES && !rounds.ended.isDone()) {
                for (var stack : Thread.getAllStackTraces().entrySet()) {
                    if (isKernel(stack.getValue())) {
                        computing.add(stack.getKey());
                        sampled++;
                    }
                    started.add(stack.getKey());
                }
            }
            rounds.stopped = true;
            rounds.ended.get(30, TimeUnit.SECONDS);
            started.removeAll(before);
            started.removeIf(OneThreadTest::belongsToTheJdk);
            // Vert.x cannot run without it; it sleeps
            started.removeIf(t -> t.getName().equals("vertx-blocked-thread-checker"));
            assertThat(computing).as("threads that computed").hasSize(1);
            assertThat(rounds.completing).as("threads that completed units").isEqualTo(computing);
            assertThat(started).as("threads that live").isEqualTo(computing);
        }
    }

    static boolean isKernel(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(f -> f.getClassName().equals("dev.joust.trial.Kernels"));
    }

    /** Cleaners and pollers, the carriers of the service's virtual threads, and the threads that run the test. */
    private static boolean belongsToTheJdk(Thread thread) {
        var group = thread.getThreadGroup();
        return group == null
                || List.of("InnocuousThreadGroup", "system").contains(group.getName())
                || thread.getClass().getName().startsWith("jdk.internal.")
                || thread.getName().startsWith("ForkJoinPool");
    }
}
