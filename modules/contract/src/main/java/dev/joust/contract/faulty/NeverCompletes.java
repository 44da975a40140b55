package dev.joust.contract.faulty;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes every unit and completes none. */
public final class NeverCompletes implements Faulty {
    @Override
    public String name() {
        return "never-completes";
    }

    @Override
    public CompletionStage<Outcome> run(WorkRunner sound, Work work) {
        return new CompletableFuture<>();
    }
}
