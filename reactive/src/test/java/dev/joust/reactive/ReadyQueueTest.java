package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Digest;
import dev.joust.trial.Outcome;
import dev.joust.trial.Requests;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadyQueueTest {
    private static final int CALLS = 8;

    /** The computation that was running when the answer came, and the one that was ready before the answer's unit. */
    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void anAnswerWaitsForTwoComputationsAtMost(ConcurrencyModel model) throws Exception {
        assertThat(computationsBeforeAnswers(model, 1).values()).hasSize(CALLS).allSatisfy(n -> assertThat(n)
                .isLessThanOrEqualTo(2));
    }

    /**
     * The loop looks at I/O after each computation; if it did so after all that are ready, there would be up to ten.
     */
    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void anAnswerWaitsForOneComputationAndForThoseThatWereReadyBefore(ConcurrencyModel model) throws Exception {
        assertThat(computationsBeforeAnswers(model, 5).values()).hasSize(CALLS).allSatisfy(n -> assertThat(n)
                .isLessThanOrEqualTo(6));
    }

    /** Per request, the computations that ended after its answer was readable and before its unit was done. */
    private static Map<String, Integer> computationsBeforeAnswers(ConcurrencyModel model, int chains) throws Exception {
        Map<String, Integer> readable = new ConcurrentHashMap<>();
        Map<String, Integer> completed = new HashMap<>(); // used by the loop's thread until all is done
        var order = new AtomicInteger();
        var started = new CompletableFuture<Computations>();
        try (var service = new RawService((path, n, out) -> {
                    var computations = started.join();
                    computations.awaitMore(chains + 3 * order.incrementAndGet());
                    out.write(RawService.ok("hello")); // on loopback it is readable when write returns
                    readable.put(path, computations.done());
                    return true;
                });
                var runner = Loops.start(model, service.address(), CALLS + chains)) {
            var computations = new Computations(runner, chains);
            started.complete(computations);
            var calls = IntStream.range(0, CALLS)
                    .mapToObj(i -> new Work("call", Digest.child(7, i), List.of(Loops.CALL)))
                    .map(work -> runner.run(work).thenAccept(outcome -> {
                        assertThat(outcome).isInstanceOf(Outcome.Done.class);
                        completed.put(Requests.path(Loops.CALL, work.seed(0)), computations.done());
                    }));
            await(calls.map(stage -> stage.toCompletableFuture()).toList());
            computations.stop();
        }
        // the service may note late that an answer was readable, never early
        completed.replaceAll((path, done) -> done - readable.getOrDefault(path, done));
        return completed;
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void aUnitOfManyStepsDoesNotRecurse(ConcurrencyModel model) throws Exception {
        var steps = Collections.nCopies(50_000, Loops.TINY).toArray(Step[]::new);
        try (var runner = Loops.start(model, Setup.NOWHERE, 1)) {
            assertThat(Loops.outcome(runner.run(Loops.unit(steps)))).isInstanceOf(Outcome.Done.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void unitsBeyondTheSlotsGoOnInOrderOfArrival(ConcurrencyModel model) throws Exception {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        try (var runner = Loops.start(model, Setup.NOWHERE, 2)) {
            await(IntStream.range(0, 20)
                    .mapToObj(i -> runner.run(Loops.unit(Loops.COMPUTE))
                            .thenRun(() -> order.add(i))
                            .toCompletableFuture())
                    .toList());
        }
        assertThat(order).isSorted().hasSize(20);
    }

    private static void await(List<CompletableFuture<Void>> all) throws Exception {
        CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).get(30, TimeUnit.SECONDS);
    }
}
