package dev.joust.threaded;

import dev.joust.blocking.RunLock;
import dev.joust.blocking.StartedThreads;
import dev.joust.blocking.StepInterpreter;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import java.util.Map;

/**
 * A pool of platform threads without a lock: what threads are worth when nothing but the cores limits them.
 *
 * <p>Wins on computation, where it uses every core without a copy of anything, and on mixed work: the operating system takes the core
 * from a unit that computes and gives it to one whose answer has come.
 *
 * <p>Loses when units mostly wait and there are more of them than threads: the others queue, though nothing is busy. On one event
 * loop they would all wait at once.
 *
 * <p>Costs a stack (up to 1 MiB reserved, some tens of KiB touched) and a kernel thread for each slot, started before the clock,
 * and two context switches for each wait.
 */
public final class PlatformThreads implements ConcurrencyModel {
    @Override
    public String name() {
        return "platform-threads";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return Ceiling.ofCores(cores, slots);
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known();
        var interpreter = new StepInterpreter(setup.service(), setup.slots(), setup.body(), RunLock.NONE);
        return new ThreadRunner(StartedThreads.pool(name(), setup.slots()), interpreter, interpreter::run, Map::of);
    }
}
