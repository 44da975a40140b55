package dev.joust.contract;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;

/**
 * The simplest model that keeps the contract: one platform thread per slot, each running one unit from its first step
 * to its last. It tests the contract, and the faulty models are built from it.
 *
 * <p>Price: one thread per waiting unit. It loses to models that wait without a thread.
 */
public final class DirectModel implements ConcurrencyModel {
    @Override
    public String name() {
        return "direct";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return Ceiling.ofCores(cores, slots);
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known(options());
        return new DirectRunner(setup);
    }
}
