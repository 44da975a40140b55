package dev.joust.contract.faulty;

import dev.joust.trial.WorkRunner;
import java.util.concurrent.locks.LockSupport;

/** Ends nothing and never returns from {@code close}, not even when it is interrupted. */
public final class HangsAtClose implements Faulty {
    @Override
    public String name() {
        return "hangs-at-close";
    }

    @Override
    public void close(WorkRunner sound) {
        while (true) {
            // clears the interrupt, else parking would return at once and the loop would take a core
            Thread.interrupted();
            LockSupport.park(this);
        }
    }
}
