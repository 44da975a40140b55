package dev.joust.threaded;

import dev.joust.blocking.ConnectionServer;
import dev.joust.blocking.ConnectionServer.ConnectionThreads;
import dev.joust.blocking.StartedThreads;
import dev.joust.blocking.StepInterpreter;
import dev.joust.blocking.ThreadRunner;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Options;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * A pool of platform threads behind one {@link InterpreterLock}, as CPython's threads are. A thread takes the lock when
 * it gets a unit, gives it up around native work and whatever blocks, and releases it when the unit is done.
 *
 * <p><b>Wins</b> nothing over {@link PlatformThreads}: it shows what a lock costs them in CPython. It keeps up with
 * them while units mostly wait, or compute in native code outside the lock. Unlike an event loop it answers within an
 * interval or two beside a long computation.
 *
 * <p><b>Loses</b> on computation: one thread computes at a time, whatever the cores. Beside a thread that computes, a
 * unit that comes back from I/O waits for the lock for an interval or several. It may do so after every read and write
 * (the convoy effect).
 *
 * <p><b>Costs</b> what platform threads cost, and a release and an acquisition of the lock per system call.
 *
 * <p>Options: those of {@link LockOptions}. Counters: those of {@link LockCounters}.
 */
public final class GilThreads implements ConcurrencyModel {
    @Override
    public String name() {
        return "gil-threads";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return new Ceiling(1, slots);
    }

    @Override
    public Set<String> options() {
        return LockOptions.NAMES;
    }

    @Override
    public boolean serves() {
        return true;
    }

    /** A thread per connection, whatever the slots. */
    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        var options = LockOptions.of(new Options(name(), setup.options()).known(options()));
        var lock = options.newLock();
        var units = new LongAdder();
        var interpreter = new StepInterpreter(setup.service(), door.connections(), setup.body(), lock);
        var threads = new ConnectionThreads(
                name(),
                Thread.ofPlatform().name(name() + "-", 0).daemon().factory(),
                lock,
                work -> {
                    units.increment();
                    return interpreter.run(work);
                },
                interpreter,
                () -> LockCounters.of(lock, options.handover(), units.sum()),
                lock::activity);
        return new ConnectionServer(door, threads, false);
    }

    @Override
    public WorkRunner start(Setup setup) {
        var options = LockOptions.of(new Options(name(), setup.options()).known(options()));
        var lock = options.newLock();
        var units = new LongAdder();
        var interpreter = new StepInterpreter(setup.service(), setup.slots(), setup.body(), lock);
        return new ThreadRunner(
                StartedThreads.pool(name(), setup.slots()),
                interpreter,
                work -> {
                    units.increment();
                    return runLocked(work, lock, interpreter);
                },
                () -> LockCounters.of(lock, options.handover(), units.sum()),
                lock::activity);
    }

    private static Outcome runLocked(Work work, InterpreterLock lock, StepInterpreter interpreter) {
        lock.acquire();
        try {
            return interpreter.run(work);
        } finally {
            lock.release();
        }
    }
}
