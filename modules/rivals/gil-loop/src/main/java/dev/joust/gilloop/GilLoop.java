package dev.joust.gilloop;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.StartedThreads;
import dev.joust.reactive.VertxLoop;
import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
import dev.joust.threaded.LockOptions;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WorkRunner;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One event loop for the I/O, a pool of platform threads for the computation, and one {@link InterpreterLock} for all
 * of them. It is asyncio that runs its computations by {@code to_thread}. The loop releases the lock in each select,
 * connect, read and write, and takes it back as any thread does.
 *
 * <p><b>Wins</b> over a loop that computes itself: a timer or an answer waits for the lock, an interval or so, and not
 * for the rest of the computation. Native work and files do not delay the loop at all.
 *
 * <p><b>Loses</b> to every model without the lock as soon as units compute: one computes at a time, whatever the cores.
 * A computing thread may overtake the loop at every select, read and write. So the loop waits an interval for a timer
 * and several for a request (the convoy effect), and all units in flight wait with it. Threads behind the lock would
 * wait one by one.
 *
 * <p><b>Costs</b> what {@link VertxLoop} costs and a few threads more; a release and an acquisition per select and per
 * system call on a socket; and per offloaded step the wake-up of two threads.
 *
 * <p>Options: those of {@link LockOptions}, and {@code offload}, {@code threads} or {@code none}; default
 * {@code threads}. With {@code none} the loop computes itself, and no other thread takes the lock.
 *
 * <p>The pool has the size of asyncio's default executor: the cores and 4, at most 32. It has no more threads than
 * there are slots.
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
    public Set<String> options() {
        return Stream.concat(LockOptions.NAMES.stream(), Stream.of("offload")).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        var options = new Options(name(), setup.options()).known(options());
        boolean offload = options.oneOf("offload", "threads", "none").equals("threads");
        var lockOptions = LockOptions.of(options);
        var lock = lockOptions.newLock();
        var task = new LockedTask(setup.body(), lock);
        var threads = StartedThreads.pool("gil-loop", offload ? poolSize(setup) : 0);
        var executor = offload ? new OffloadingStepExecutor(task, lock, threads) : new InlineStepExecutor(task, lock);
        return VertxLoop.serve(
                setup,
                door,
                LockReleasingTransport.of(lock),
                new ServingStepExecutor(executor),
                loop -> new GilLoopRunner(loop, threads, lock, lockOptions.handover(), new LongAdder()));
    }

    @Override
    public WorkRunner start(Setup setup) {
        var options = new Options(name(), setup.options()).known(options());
        boolean offload = options.oneOf("offload", "threads", "none").equals("threads");
        var lockOptions = LockOptions.of(options);
        return start(setup, lockOptions.newLock(), lockOptions.handover(), offload);
    }

    /** Starts the model behind this lock, which has this policy. */
    static WorkRunner start(Setup setup, InterpreterLock lock, HandoverPolicy handover, boolean offload) {
        var task = new LockedTask(setup.body(), lock);
        var threads = StartedThreads.pool("gil-loop", offload ? poolSize(setup) : 0);
        var executor = offload ? new OffloadingStepExecutor(task, lock, threads) : new InlineStepExecutor(task, lock);
        var loop = VertxLoop.start(setup, LockReleasingTransport.of(lock), executor);
        return new GilLoopRunner(loop, threads, lock, handover, new LongAdder());
    }

    private static int poolSize(Setup setup) {
        return Math.min(setup.slots(), Math.min(32, setup.cores() + 4));
    }
}
