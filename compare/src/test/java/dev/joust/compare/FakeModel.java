package dev.joust.compare;

import dev.joust.contract.DirectModel;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;

/** The model of {@link FakeRuntime}. Only processes of {@link FakePrograms#good} find it, by their own class path. */
public final class FakeModel implements ConcurrencyModel {
    private final DirectModel direct = new DirectModel();

    @Override
    public String name() {
        return FakeRuntime.MODEL;
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return direct.ceiling(cores, slots);
    }

    @Override
    public WorkRunner start(Setup setup) {
        return direct.start(setup);
    }
}
