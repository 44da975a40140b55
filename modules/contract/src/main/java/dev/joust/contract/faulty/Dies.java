package dev.joust.contract.faulty;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Halts the whole process at its tenth unit, without a message. */
public final class Dies implements Faulty {
    @Override
    public String name() {
        return "dies";
    }

    /** The number of the unit that halts the process. */
    public static final int LAST_UNIT = 10;

    /** The exit code of the process. */
    public static final int EXIT_CODE = 3;

    private final AtomicInteger units = new AtomicInteger();

    @Override
    public CompletionStage<Outcome> run(WorkRunner sound, Work work) {
        if (units.incrementAndGet() == LAST_UNIT) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        return sound.run(work);
    }
}
