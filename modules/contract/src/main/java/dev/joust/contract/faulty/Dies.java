package dev.joust.contract.faulty;

import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes the whole process with it, without a word, at the tenth unit that the process starts; exit code 3. */
public final class Dies implements Faulty {
    @Override
    public String name() {
        return "dies";
    }

    /** The unit that is its last. */
    public static final int LAST = 10;

    /** What the process says when it goes. */
    public static final int EXIT_CODE = 3;

    private final AtomicInteger units = new AtomicInteger();

    @Override
    public CompletionStage<Outcome> run(WorkRunner sound, Work work) {
        if (units.incrementAndGet() == LAST) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        return sound.run(work);
    }
}
