package dev.joust.load;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.HttpTarget;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import java.util.Set;

/**
 * The clients of a model that is a server: Eclipse Vert.x on one event loop, with at most one connection per slot.
 *
 * <p>Price: it never wins, since no scenario can name it. It costs CPU time per unit in its own process, which is no
 * part of the model's.
 */
public final class HttpLoad implements ConcurrencyModel {
    @Override
    public String name() {
        return HttpTarget.CLIENT;
    }

    /** The server limits the units, not its clients. */
    @Override
    public Ceiling ceiling(int cores, int slots) {
        return Ceiling.ofCores(cores, slots);
    }

    @Override
    public Set<String> options() {
        return HttpTarget.OPTIONS;
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known(options());
        return new HttpLoadRunner(HttpTarget.of(setup.options()), setup.slots());
    }
}
