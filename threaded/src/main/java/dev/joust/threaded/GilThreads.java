package dev.joust.threaded;

import dev.joust.blocking.StartedThreads;
import dev.joust.blocking.StepInterpreter;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.atomic.LongAdder;

/**
 * A pool of platform threads behind one {@link InterpreterLock}, as CPython's threads are. A thread takes the lock once it has a unit,
 * gives it up around native work and whatever blocks, and has left it when the unit is done.
 *
 * <p>Wins nothing over {@link PlatformThreads}: it is what they cost in CPython. Keeps up with them while units mostly wait, or do
 * their computing in native code outside the lock; unlike an event loop it stays responsive beside a long computation, within
 * an interval or two.
 *
 * <p>Loses on computation: however many threads and cores, one computes. Worse, beside one that computes each unit that has waited
 * for I/O waits for the lock too, for an interval or several, after every single read and write that the computing thread
 * got in between (the convoy).
 *
 * <p>Costs what platform threads cost, and a release and an acquisition for each system call.
 *
 * <p>Options: those of the lock, {@link LockOptions}.
 *
 * <p>Counts what {@link LockStatistics} does, {@code window-micros} if there is one, and {@code wait-micros-per-unit}: for how long a unit
 * waited for the lock, all its waits together, the mean of the units done.
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
    public WorkRunner start(Setup setup) {
        var options = LockOptions.of(new Options(name(), setup.options()).known(LockOptions.namesWith()));
        var lock = options.lock();
        var units = new LongAdder();
        var interpreter = new StepInterpreter(setup.service(), setup.slots(), setup.body(), lock);
        return new ThreadRunner(
                StartedThreads.pool(name(), setup.slots()),
                interpreter,
                work -> {
                    units.increment();
                    return underLock(work, lock, interpreter);
                },
                () -> lock.statistics().counters(options.handOff(), units.sum()));
    }

    private static Outcome underLock(Work work, InterpreterLock lock, StepInterpreter interpreter) {
        lock.acquire();
        try {
            return interpreter.run(work);
        } finally {
            lock.release();
        }
    }
}
