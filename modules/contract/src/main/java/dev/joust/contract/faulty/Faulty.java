package dev.joust.contract.faulty;

import dev.joust.contract.DirectModel;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletionStage;

/** The sound model with one fault. */
interface Faulty extends ConcurrencyModel {
    ConcurrencyModel SOUND = new DirectModel();

    @Override
    default Ceiling ceiling(int cores, int slots) {
        return SOUND.ceiling(cores, slots);
    }

    @Override
    default WorkRunner start(Setup setup) {
        var sound = SOUND.start(setup);
        return new WorkRunner() {
            @Override
            public CompletionStage<Outcome> run(Work work) {
                return Faulty.this.run(sound, work);
            }

            @Override
            public void close() {
                Faulty.this.close(sound);
            }
        };
    }

    default CompletionStage<Outcome> run(WorkRunner sound, Work work) {
        return sound.run(work);
    }

    default void close(WorkRunner sound) {
        sound.close();
    }
}
