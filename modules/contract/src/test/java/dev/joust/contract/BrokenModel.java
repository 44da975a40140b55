package dev.joust.contract;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The sound model with one clause of the contract broken, for the contract's own tests. */
interface BrokenModel extends ConcurrencyModel {
    ConcurrencyModel SOUND = new DirectModel();

    @Override
    default String name() {
        var words = getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1");
        return words.toLowerCase(Locale.ROOT);
    }

    @Override
    default Ceiling ceiling(int cores, int slots) {
        return SOUND.ceiling(cores, slots);
    }

    static Setup withSlots(Setup setup, int slots) {
        return new Setup(setup.service(), setup.cores(), slots, setup.body(), setup.options());
    }

    /** A runner made of these two functions. */
    static WorkRunner runner(Function<Work, CompletionStage<Outcome>> run, Runnable close) {
        return new WorkRunner() {
            @Override
            public CompletionStage<Outcome> run(Work work) {
                return run.apply(work);
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
