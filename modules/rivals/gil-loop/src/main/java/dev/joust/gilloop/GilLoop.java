package dev.joust.gilloop;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.StartedThreads;
import dev.joust.reactive.VertxLoop;
import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
import dev.joust.threaded.LockOptions;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.atomic.LongAdder;

/**
 * One event loop for the I/O, a pool of platform threads for the computation, and one {@link InterpreterLock} for all of them: asyncio
 * that hands its computations to {@code to_thread}. The loop gives the lock up in each select, connect, read and write, and takes it
 * back like anyone else.
 *
 * <p><b>Wins</b> over a loop that computes by itself: a timer or an answer waits for the lock, an interval or so, and not for the rest
 * of the computation. Native work and files leave the loop alone altogether.
 *
 * <p><b>Loses</b> to every model without the lock as soon as units compute: one computes at a time, whatever the cores. And the loop,
 * which a computing thread overtakes at every select, read and write, pays an interval for a single timer and several for a request
 * (the convoy), with all units in flight behind it: threads behind the lock would at least queue one by one.
 *
 * <p><b>Costs</b> what {@link VertxLoop} costs, a few threads more, a release and an acquisition for each look at the sockets and each
 * system call on one, and for each step that is handed over two hops and the wake-up of two threads.
 *
 * <p>Options: those of the lock, {@link LockOptions}, and {@code offload}, {@code threads} unless given as {@code none}, with which the
 * loop does everything by itself, and no other thread wants the lock.
 *
 * <p>The pool is asyncio's default executor in size: the cores and 4, at most 32; and no more than there are slots.
 */
public final class GilLoop implements ConcurrencyModel {
    @Override
    public String name() {
        return "gil-loop";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return new Ceiling(1, slots);
    }

    @Override
    public WorkRunner start(Setup setup) {
        var options = new Options(name(), setup.options()).known(LockOptions.namesWith("offload"));
        boolean offload = options.oneOf("offload", "threads", "none").equals("threads");
        var ofLock = LockOptions.of(options);
        return start(setup, ofLock.lock(), ofLock.handOff(), offload);
    }

    /** The same behind a given lock of that hand-off. */
    static WorkRunner start(Setup setup, InterpreterLock lock, HandoverPolicy handOff, boolean offload) {
        var task = new LockedTask(setup.body(), lock);
        var threads =
                StartedThreads.pool("gil-loop", offload ? Math.min(setup.slots(), Math.min(32, setup.cores() + 4)) : 0);
        var labour = offload ? new OffloadingStepExecutor(task, lock, threads) : new InlineStepExecutor(task, lock);
        var loop = VertxLoop.start(setup, LockReleasingTransport.of(lock), labour);
        return new GilLoopRunner(loop, threads, lock, handOff, new LongAdder());
    }
}
