package dev.joust.quarkus;

import dev.joust.scenario.Step;
import dev.joust.trial.Digest;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Runs the steps of a unit as a chain of a {@code Uni}. */
@ApplicationScoped
class ReactiveSteps {
    private final ServiceApi service;

    ReactiveSteps(@RestClient ServiceApi service) {
        this.service = service;
    }

    /** @param computing where steps that do not wait run: the event loop, or the worker pool */
    Uni<Outcome> run(Work work, UnaryOperator<Uni<Long>> computing) {
        var digest = Uni.createFrom().item(work.seed());
        for (int i = 0; i < work.steps().size(); i++) {
            var step = work.steps().get(i);
            long seed = work.seed(i);
            digest = digest.chain(before -> result(step, seed, computing).map(result -> Digest.fold(before, result)));
        }
        return digest.map(value -> (Outcome) new Outcome.Done(value, 0, 0))
                .onFailure()
                .recoverWithItem(error -> new Outcome.Failed(error.toString()));
    }

    private Uni<Long> result(Step step, long seed, UnaryOperator<Uni<Long>> computing) {
        return switch (step) {
            case Step.Call call ->
                service.call(call.delay().toNanos() + "ns", call.bytes(), Digest.key(seed))
                        .map(body -> Bodies.digest(body, call.length()));
            case Step.Stream stream ->
                service.stream(stream.bytes(), Digest.key(seed)).map(body -> Bodies.digest(body, stream.length()));
            case Step.Sleep sleep ->
                sleep.time().isZero()
                        ? Uni.createFrom().item(0L)
                        : Uni.createFrom().item(0L).onItem().delayIt().by(sleep.time());
            default -> computing.apply(Uni.createFrom().item(() -> computed(step, seed)));
        };
    }

    private static long computed(Step step, long seed) {
        try {
            return QuarkusServer.needs().task().result(step, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
