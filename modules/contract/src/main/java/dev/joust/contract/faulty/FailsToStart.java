package dev.joust.contract.faulty;

import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;

/** Cannot be started. */
public final class FailsToStart implements Faulty {
    @Override
    public String name() {
        return "fails-to-start";
    }

    @Override
    public WorkRunner start(Setup setup) {
        throw new IllegalStateException("fails to start on purpose");
    }
}
