package dev.joust.reactive;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Both loops, and small units for them. */
final class Loops {
    static final TaskBody BODY =
            new TaskBody(new Calibration(Map.of("mix", 40_000.0, "pbkdf2", 1_000.0)), Path.of("."));
    static final Step COMPUTE = new Step.Compute(Kernel.MIX, Duration.ofMillis(1));
    static final Step NATIVE = new Step.Native(Kernel.PBKDF2, Duration.ofMillis(1));
    static final Step TINY = new Step.Compute(Kernel.MIX, Duration.ofNanos(1));
    static final Step.Call CALL = new Step.Call(Duration.ZERO, 5);

    private Loops() {}

    static Stream<ConcurrencyModel> both() {
        return Stream.of(new ReactorLoop(), new VertxLoop());
    }

    static WorkRunner start(ConcurrencyModel model, URI service, int slots) {
        return model.start(new Setup(service, 2, slots, BODY, Map.of()));
    }

    static Work unit(Step... steps) {
        return new Work("unit", 7, List.of(steps));
    }

    static Outcome outcome(CompletionStage<Outcome> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
