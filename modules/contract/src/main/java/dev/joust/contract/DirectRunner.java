package dev.joust.contract;

import dev.joust.trial.Digest;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** One unit per thread. Further units queue. */
final class DirectRunner implements WorkRunner {
    private final ExecutorService threads;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DirectSteps steps;

    DirectRunner(Setup setup) {
        threads = Executors.newFixedThreadPool(
                setup.slots(), Thread.ofPlatform().name("direct-", 0).daemon().factory());
        steps = new DirectSteps(http, setup.service(), setup.body());
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        var unit = new DirectUnit(work, steps, new CompletableFuture<>());
        try {
            threads.execute(unit);
        } catch (RejectedExecutionException e) {
            unit.fail("the model is closed");
        }
        return unit.done();
    }

    @Override
    public void close() {
        for (var waiting : threads.shutdownNow()) {
            ((DirectUnit) waiting).fail("the model was closed before the unit began");
        }
        http.shutdownNow();
        try {
            http.awaitTermination(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record DirectUnit(Work work, DirectSteps steps, CompletableFuture<Outcome> done) implements Runnable {
        @Override
        public void run() {
            try {
                int requests = 0;
                long bytes = 0;
                long digest = work.seed();
                for (int i = 0; i < work.steps().size(); i++) {
                    var result = steps.run(work.steps().get(i), work.seed(i));
                    requests += result.calls();
                    bytes += result.bytes();
                    digest = Digest.fold(digest, result.value());
                }
                done.complete(new Outcome.Done(digest, requests, bytes));
            } catch (IOException e) {
                fail(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail("the model was closed while the unit ran");
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        }

        void fail(String reason) {
            done.complete(new Outcome.Failed(reason));
        }
    }
}
