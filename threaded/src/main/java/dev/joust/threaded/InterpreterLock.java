package dev.joust.threaded;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Checkpoint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/**
 * CPython's global interpreter lock, by the algorithm of {@code Python/ceval_gil.c} in CPython 3.12: not an exclusive lock but a flag,
 * {@code locked}, with a protocol about who gets it next.
 *
 * <ul>
 *   <li>There is no queue. Whoever sees the flag down takes it, also before a thread that was woken for it; a thread that comes back
 *       from I/O has no priority. Which waiter is woken is a matter of the {@link HandoverPolicy}.
 *   <li>A waiter waits for a whole <em>interval</em>, and only when nobody got a turn in it (the <em>switch number</em> is the one it
 *       began with) does it request that the holder drop the lock. If there was a switch, or a wake-up in vain, it waits a whole interval
 *       again. With three or more threads turns therefore last between one interval and two.
 *   <li>The holder sees the request at its next poll, drops the lock and takes it again.
 *   <li><em>Forced switching</em>: whoever drops the lock while a request is pending waits until another thread has taken it, also
 *       when it dropped it of its own will, before a system call. Without this a thread that drops and retakes always wins over
 *       the one that has yet to wake up.
 * </ul>
 *
 * <p><b>Two mutexes</b>, as in CPython. The flag and the waiters are guarded by one, a forced switch by the other. Between letting
 * go of the first and taking the second the dropper guards nothing: a thread that takes the lock in that gap spares it the wait.
 * A thread that takes both takes them in this order. Retaking the lock oneself needs no second mutex, since the only thread that could
 * wait for a switch is the last holder.
 *
 * <p><b>No dropper is stranded</b>, although it waits once, without a loop and without a time limit. It waits only while the request
 * stands and nobody has taken the lock since, and sees both under the mutex under which the taker changes them; so it cannot begin to
 * wait after its signal. And whoever made the request is still in {@code acquire}, where it sleeps for an interval at most before it
 * looks at the flag again: a taker is bound to come, even if each wake-up were lost. If an error throws it out of there, it takes its
 * request back and frees the dropper. There is never more than one dropper to be freed, for the next drop comes after the next taking.
 *
 * <p><b>Threads.</b> For any number of platform threads. {@link #release} and the checkpoint must be called by the thread that holds
 * the lock; it is not reentrant. Everything that a thread did before it released the lock <i>happens-before</i> whatever any thread
 * does after it next acquires it: both go through the mutex. The one thing that is read outside is {@code dropRequested}, by the poll
 * and by a release, in opaque mode: it orders nothing and costs a plain load, it is seen sooner or later, and what follows from it is
 * decided under a mutex.
 *
 * <p><b>Interrupts</b> end no wait here, since a thread must get the lock back before it can deal with one. They are kept. One that
 * arrives during a wait counts as a wake-up in vain.
 *
 * <p><b>Price.</b> Taking and dropping a free lock: some 65 ns on the machine that this was written on, of which two readings of the clock
 * are the greater part, since each hold is timed. An idle poll: a plain load. Measured by {@code InterpreterLockBenchmark}. The events
 * {@code dev.joust.LockWait}, {@code LockHold} and {@code LockSwitch} of Flight Recorder are off unless a recording enables them; a
 * lock that nobody waits for then makes no object for them.
 */
public final class InterpreterLock implements RunLock {
    private static final LockHold HOLD = new LockHold(); // these two are only ever asked whether a recording wants them
    private static final LockSwitch SWITCH = new LockSwitch();
    private static final VarHandle DROP_REQUESTED;

    static {
        try {
            DROP_REQUESTED =
                    MethodHandles.lookup().findVarHandle(InterpreterLock.class, "dropRequested", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long intervalNanos;
    private final boolean forced;
    private final LongSupplier clock;

    private final Lock mutex;
    private final Condition freed;
    private boolean locked; // guarded by the mutex
    private final LockTally tally = new LockTally(); // guarded by the mutex

    private final Lock switchMutex;
    private final Condition taken;
    private long forcedSwitches; // guarded by the switch mutex
    private Thread lastHolder; // written under both, read under either

    private boolean dropRequested; // opaque; raised under the mutex, lowered under either
    private long heldSince; // the holder's own
    private LockHold holding; // the holder's own, null unless a recording wants it

    /**
     * A lock that nobody holds.
     *
     * @param interval how long a waiter waits before it asks for the lock; CPython's is 5 ms, and at least 1 us
     * @param forced whether switching is forced, as in CPython; without it one can see what it is good for
     * @param handOff which waiter is told that the lock is free
     */
    public InterpreterLock(Duration interval, boolean forced, HandoverPolicy handOff) {
        this(interval, forced, handOff.mutex(), handOff.mutex(), System::nanoTime);
    }

    /** The same on mutexes whose conditions tell another time, and a clock that does. */
    InterpreterLock(Duration interval, boolean forced, Lock mutex, Lock switchMutex, LongSupplier clock) {
        this.intervalNanos = interval.toNanos();
        this.forced = forced;
        this.clock = clock;
        this.mutex = mutex;
        this.freed = mutex.newCondition();
        this.switchMutex = switchMutex;
        this.taken = switchMutex.newCondition();
    }

    @Override
    public void acquire() {
        var me = Thread.currentThread();
        mutex.lock();
        try {
            if (lastHolder != me && tally.isNew()) {
                tally.arrived(clock.getAsLong());
            }
            if (locked) {
                awaitFree();
            }
            take(me);
        } finally {
            mutex.unlock();
        }
        if (HOLD.isEnabled()) {
            holding = new LockHold();
            holding.begin();
        }
        heldSince = clock.getAsLong();
    }

    /** Waits for the flag to go down. */
    private void awaitFree() {
        boolean interrupted = false;
        tally.foundHeld();
        long since = clock.getAsLong();
        var event = new LockWait();
        event.begin();
        try {
            while (locked) {
                long seen = tally.switches();
                event.intervals++;
                try {
                    boolean expired =
                            freed.awaitNanos(intervalNanos) <= 0; // the whole interval, not what is left of it
                    if (expired && locked && tally.switches() == seen) {
                        DROP_REQUESTED.setOpaque(this, true);
                        tally.requested();
                        event.requests++;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (Throwable e) { // out of memory, say: whoever dropped the lock for this thread must not wait for it
            withdraw();
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        tally.waited(clock.getAsLong() - since);
        event.commit();
    }

    private void withdraw() {
        switchMutex.lock();
        try {
            DROP_REQUESTED.setOpaque(this, false);
            taken.signal();
        } finally {
            switchMutex.unlock();
        }
    }

    private void take(Thread me) {
        if (lastHolder != me) {
            recordSwitch();
            switchMutex.lock();
            try {
                lastHolder = me;
                taken.signal();
            } finally {
                switchMutex.unlock();
            }
        }
        locked = true;
        tally.taken();
        DROP_REQUESTED.setOpaque(this, false); // whoever asked: it waits for a fresh interval
    }

    private void recordSwitch() {
        tally.switched();
        if (SWITCH.isEnabled()) {
            var event = new LockSwitch();
            event.from = lastHolder;
            event.number = tally.switches();
            event.commit();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalMonitorStateException when the calling thread does not hold the lock
     */
    @Override
    public void release() {
        drop(false);
    }

    private void drop(boolean polled) {
        long now = clock.getAsLong();
        var me = Thread.currentThread();
        mutex.lock();
        try {
            if (!locked || lastHolder != me) {
                throw new IllegalMonitorStateException("released by a thread that does not hold it");
            }
            recordHold(polled);
            tally.held(now - heldSince, polled);
            locked = false;
            freed.signal();
        } finally {
            mutex.unlock();
        }
        if (forced && dropRequested()) {
            awaitSwitch(me);
        }
    }

    private void recordHold(boolean polled) {
        var event = holding;
        if (event != null) {
            holding = null;
            event.requested = dropRequested();
            event.polled = polled;
            event.commit();
        }
    }

    /** Waits until another thread has taken the lock, unless one has, or none wants it any more. */
    private void awaitSwitch(Thread me) {
        switchMutex.lock();
        try {
            if (lastHolder == me && dropRequested()) {
                DROP_REQUESTED.setOpaque(this, false);
                forcedSwitches++;
                taken.awaitUninterruptibly();
            }
        } finally {
            switchMutex.unlock();
        }
    }

    @Override
    public Checkpoint checkpoint() {
        return this::poll;
    }

    private void poll() {
        if (dropRequested()) {
            drop(true);
            acquire();
        }
    }

    /** Whether a waiter has asked for the lock and none has got it since. For any thread, an opaque read. */
    boolean dropRequested() {
        return (boolean) DROP_REQUESTED.getOpaque(this);
    }

    /** What has been counted so far, by name: {@link LockStatistics#counters}. */
    public Map<String, Double> counters() {
        return statistics().counters();
    }

    /** What has been counted so far. For any thread, also beside holders and waiters; copies half a megabyte while it keeps them out. */
    public LockStatistics statistics() {
        mutex.lock();
        try {
            return tally.statistics(forcedSwitches(), clock.getAsLong());
        } finally {
            mutex.unlock();
        }
    }

    private long forcedSwitches() {
        switchMutex.lock();
        try {
            return forcedSwitches;
        } finally {
            switchMutex.unlock();
        }
    }
}
