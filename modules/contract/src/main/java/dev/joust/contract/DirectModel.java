package dev.joust.contract;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;

/**
 * The plainest model that keeps the contract: as many platform threads as slots, each doing one unit from its first step to its last.
 * The contract is proved with it, and the faulty models are made from it.
 *
 * <p>Price: a thread's memory for each waiting unit; it loses to whatever waits without a thread.
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
