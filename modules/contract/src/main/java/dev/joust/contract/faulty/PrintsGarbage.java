package dev.joust.contract.faulty;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletionStage;

/** Prints on standard output, which belongs to the trial protocol. */
public final class PrintsGarbage implements Faulty {
    @Override
    public String name() {
        return "prints-garbage";
    }

    @Override
    public CompletionStage<Outcome> run(WorkRunner sound, Work work) {
        System.out.println("}{ not a line of the protocol \u0007");
        return sound.run(work);
    }
}
