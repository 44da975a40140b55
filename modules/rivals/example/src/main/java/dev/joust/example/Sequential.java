package dev.joust.example;

import dev.joust.blocking.ThreadRunner;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;

/**
 * One thread runs one unit at a time: the baseline without any concurrency.
 *
 * <p>Wins nothing. Loses wherever units wait, or wherever there is a second core. Costs one thread.
 */
public final class Sequential implements ConcurrencyModel {
    @Override
    public String name() {
        return "sequential";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return new Ceiling(1, 1);
    }

    @Override
    public int slots(int cores, int inFlight) {
        return 1;
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known(options()); // it knows none: refuses every option
        return ThreadRunner.fixed(name(), 1, setup);
    }
}
