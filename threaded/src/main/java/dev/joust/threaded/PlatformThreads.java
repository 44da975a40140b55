package dev.joust.threaded;

import dev.joust.blocking.ConnectionServer;
import dev.joust.blocking.ConnectionServer.ConnectionThreads;
import dev.joust.blocking.RunLock;
import dev.joust.blocking.StepInterpreter;
import dev.joust.blocking.ThreadRunner;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WorkRunner;
import java.io.IOException;

/**
 * A pool of platform threads without a lock: only the cores limit them.
 *
 * <p><b>Wins</b> on computation, where it uses every core and copies nothing. It also wins on mixed work: the operating
 * system takes the core from a unit that computes and gives it to one whose answer has come.
 *
 * <p><b>Loses</b> when units mostly wait and there are more units than threads: the rest queue while the cores are
 * idle. An event loop lets all of them wait at once.
 *
 * <p><b>Costs</b> a stack (up to 1 MiB reserved, some tens of KiB touched) and a kernel thread per slot, started before
 * the clock, and two context switches per wait.
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
    public boolean serves() {
        return true;
    }

    /** A thread per connection, whatever the slots. */
    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        new Options(name(), setup.options()).known(options());
        var factory = Thread.ofPlatform().name(name() + "-", 0).daemon().factory();
        var interpreter = new StepInterpreter(setup.service(), door.connections(), setup.body(), RunLock.NONE);
        return new ConnectionServer(door, ConnectionThreads.free(name(), factory, interpreter), false);
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known(options());
        return ThreadRunner.fixed(name(), setup.slots(), setup);
    }
}
