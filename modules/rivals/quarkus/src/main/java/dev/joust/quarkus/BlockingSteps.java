package dev.joust.quarkus;

import dev.joust.scenario.Step;
import dev.joust.trial.Digest;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Runs the steps of a unit one after another on the calling thread, as imperative code does. */
@ApplicationScoped
class BlockingSteps {
    private final ServiceApi service;

    BlockingSteps(@RestClient ServiceApi service) {
        this.service = service;
    }

    Outcome run(Work work) {
        long digest = work.seed();
        try {
            for (int i = 0; i < work.steps().size(); i++) {
                digest = Digest.fold(digest, result(work.steps().get(i), work.seed(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted in a sleep");
        } catch (IOException | RuntimeException e) {
            return new Outcome.Failed(e.toString());
        }
        return new Outcome.Done(digest, 0, 0);
    }

    private long result(Step step, long seed) throws IOException, InterruptedException {
        return switch (step) {
            case Step.Call call ->
                Bodies.digest(
                        service.callAndWait(call.delay().toNanos() + "ns", call.bytes(), Digest.key(seed)),
                        call.length());
            case Step.Stream stream ->
                Bodies.digest(service.streamAndWait(stream.bytes(), Digest.key(seed)), stream.length());
            case Step.Sleep sleep -> {
                Thread.sleep(sleep.time());
                yield 0;
            }
            default -> QuarkusServer.needs().task().result(step, seed);
        };
    }
}
