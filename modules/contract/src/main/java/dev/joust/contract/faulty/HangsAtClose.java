package dev.joust.contract.faulty;

import dev.joust.trial.WorkRunner;
import java.util.concurrent.locks.LockSupport;

/** Never returns from {@code close}, not even when interrupted. */
public final class HangsAtClose implements Faulty {
    @Override
    public String name() {
        return "hangs-at-close";
    }

    @Override
    public void close(WorkRunner sound) {
        while (true) {
            // clear the interrupt: parking would return at once and the loop would use a core
            Thread.interrupted();
            LockSupport.park(this);
        }
    }
}
