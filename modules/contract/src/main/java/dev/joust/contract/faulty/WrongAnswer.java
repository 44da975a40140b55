package dev.joust.contract.faulty;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletionStage;

/** Runs every unit and changes one bit of its answer. */
public final class WrongAnswer implements Faulty {
    @Override
    public String name() {
        return "wrong-answer";
    }

    @Override
    public CompletionStage<Outcome> run(WorkRunner sound, Work work) {
        return sound.run(work).thenApply(outcome -> switch (outcome) {
            case Outcome.Done done -> new Outcome.Done(done.digest() ^ 1, done.calls(), done.bytes());
            case Outcome.Failed failed -> failed;
        });
    }
}
