package dev.joust.threaded;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Activity;
import dev.joust.trial.Checkpoint;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/**
 * CPython's global interpreter lock, by the algorithm of {@code Python/ceval_gil.c} in CPython 3.12. It is not an
 * exclusive lock but a flag, {@code locked}, with a protocol that decides which thread gets it next.
 *
 * <ul>
 *   <li>There is no queue. Any thread that sees the flag down takes the lock, also before a thread that was woken for
 *       it. A thread that comes back from I/O has no priority. The {@link HandoverPolicy} decides which waiter is
 *       woken.
 *   <li>A waiter waits for a whole <em>interval</em>. It requests that the holder drop the lock only when no other
 *       thread took the lock in that interval, that is, when the <em>switch number</em> has not changed. After a
 *       switch, or a wake-up without the lock, it waits for a whole interval again. So with three or more threads a
 *       hold lasts between one interval and two.
 *   <li>The holder sees the request at its next poll, drops the lock and takes it again.
 *   <li><em>Forced switching</em>: a thread that drops the lock while a request stands waits until another thread has
 *       taken it. This holds for a voluntary release before a system call too. Without it, a thread that drops and
 *       retakes the lock always beats the thread that is still waking up.
 * </ul>
 *
 * <p><b>Two mutexes</b>, as in CPython. The first guards the flag and the waiters, the second a forced switch
 * ({@link LastHolder}). The dropper holds neither between the two: if a thread takes the lock in that gap, the dropper
 * need not wait. A thread that takes both takes them in this order. A thread that retakes its own lock does not need
 * the second, since only the last holder can wait for a switch.
 *
 * <p><b>No dropper waits for ever</b>, although it waits once, without a loop and without a time limit. It waits only
 * while the request stands and no other thread has taken the lock. It sees both under the mutex under which the taker
 * changes them, so it cannot start to wait after its signal. The thread that made the request is still in
 * {@code acquire}, where it looks at the flag again after an interval at most: a taker comes even if every wake-up is
 * lost. If an error ends that thread's wait, the thread takes its request back and frees the dropper. At most one
 * dropper waits at a time, for the next drop comes after the next acquisition.
 *
 * <p><b>Threads.</b> For any number of platform threads. The thread that holds the lock calls {@link #release} and
 * polls the checkpoint. The lock is not reentrant. Everything that a thread does before it releases the lock
 * <i>happens-before</i> whatever a thread does after it next acquires it: both go through the first mutex. Only the
 * drop request, which the holder polls, is read without a mutex.
 *
 * <p><b>Interrupts</b> end no wait here, since a thread needs the lock before it can handle one. The thread keeps its
 * interrupt. An interrupt during a wait counts as a wake-up without the lock.
 *
 * <p><b>Cost.</b> Acquiring and releasing a free lock takes some 65 ns on the machine that this was written on. Two
 * readings of the clock are the greater part of it, since each hold is timed. An idle poll is a plain load.
 * {@code InterpreterLockBenchmark} measures both. The Flight Recorder events {@code dev.joust.LockWait},
 * {@code LockHold} and {@code LockSwitch} are off unless a recording enables them. While they are off, a lock without
 * waiters allocates nothing.
 */
public final class InterpreterLock implements RunLock {
    private static final long JUST_TAKEN = Long.MIN_VALUE; // free, or its holder has not read the clock
    private final long intervalNanos;
    private final boolean forced;
    private final LongSupplier clock;
    /** Requested under the first mutex, withdrawn under either. */
    private final Checkpoint dropRequest = new Checkpoint(this::handOver);

    private final LastHolder lastHolder; // with the second mutex

    private final Lock mutex; // the first mutex
    private final Condition freed;
    private boolean locked; // guarded by the first mutex
    private final LockTally tally = new LockTally(); // guarded by the first mutex

    private final AtomicLong heldSince = new AtomicLong(JUST_TAKEN); // written by the holder
    private LockHold hold; // used by the holder only; null unless a recording enables the event

    /**
     * A free lock.
     *
     * @param interval how long a waiter waits before it makes a request; 5 ms in CPython, at least 1 us
     * @param forced whether switching is forced, as in CPython
     * @param handover which waiter is woken when the lock becomes free
     */
    public InterpreterLock(Duration interval, boolean forced, HandoverPolicy handover) {
        this(interval, forced, handover.newMutex(), handover.newMutex(), System::nanoTime);
    }

    /** A free lock whose waits and clock a test controls. */
    InterpreterLock(Duration interval, boolean forced, Lock mutex, Lock switchMutex, LongSupplier clock) {
        this.intervalNanos = interval.toNanos();
        this.forced = forced;
        this.clock = clock;
        this.mutex = mutex;
        this.freed = mutex.newCondition();
        this.lastHolder = new LastHolder(switchMutex, dropRequest);
    }

    @Override
    public void acquire() {
        var me = Thread.currentThread();
        mutex.lock();
        try {
            if (lastHolder.thread() != me && tally.isNew()) {
                tally.recordArrival(clock.getAsLong());
            }
            if (locked) {
                awaitFree();
            }
            take(me);
        } finally {
            mutex.unlock();
        }
        if (LockHold.isRecorded()) {
            hold = LockHold.begun();
        }
        heldSince.setRelease(clock.getAsLong());
    }

    /** Waits until the flag is down. */
    private void awaitFree() {
        boolean interrupted = false;
        long since = clock.getAsLong();
        tally.beginWait(since);
        var event = new LockWait();
        event.begin();
        try {
            while (locked) {
                long seen = tally.switches();
                event.intervals++;
                try {
                    // the whole interval, not what is left of it
                    boolean expired = freed.awaitNanos(intervalNanos) <= 0;
                    if (expired && locked && tally.switches() == seen) {
                        tally.recordRequest();
                        event.requests++;
                        dropRequest.request();
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (Throwable e) { // such as out of memory: a dropper must not wait for this thread
            lastHolder.cancelRequest();
            throw e;
        } finally {
            tally.endWait(since);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        tally.recordWait(clock.getAsLong() - since);
        event.commit();
    }

    private void take(Thread me) {
        if (lastHolder.thread() != me) {
            tally.recordSwitch();
            LockSwitch.commitIfEnabled(lastHolder.thread(), tally.switches());
            lastHolder.change(me);
        }
        locked = true;
        tally.recordAcquisition();
        dropRequest.withdraw(); // whichever thread made it: that one waits for a new interval
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
            if (!locked || lastHolder.thread() != me) {
                throw new IllegalMonitorStateException("released by a thread that does not hold the lock");
            }
            locked = false;
            freed.signal(); // first: whether a waiter that begins to wait still sees it decides who is next
            commitHold(polled);
            tally.recordHold(now - heldSince.getPlain(), polled);
            heldSince.setPlain(JUST_TAKEN);
        } finally {
            mutex.unlock();
        }
        if (forced && dropRequest.isRequested()) {
            lastHolder.awaitChange(me);
        }
    }

    private void commitHold(boolean polled) {
        var event = hold;
        if (event != null) {
            hold = null;
            event.requested = dropRequest.isRequested();
            event.polled = polled;
            event.commit();
        }
    }

    @Override
    public Checkpoint checkpoint() {
        return dropRequest;
    }

    private void handOver() {
        drop(true);
        acquire();
    }

    /** Whether a waiter's request stands. For any thread. */
    boolean dropRequested() {
        return dropRequest.isRequested();
    }

    /**
     * For how long the lock was held, and for how long threads waited for it, with the present hold and the present
     * waits. For any thread.
     */
    public Activity activity() {
        mutex.lock();
        try {
            long now = clock.getAsLong();
            long since = heldSince.getAcquire();
            return tally.activity(locked && since != JUST_TAKEN ? Math.max(0, now - since) : 0, now);
        } finally {
            mutex.unlock();
        }
    }

    /** How long a waiter waits before it makes a request. */
    Duration interval() {
        return Duration.ofNanos(intervalNanos);
    }

    /**
     * What the lock has counted and timed so far. For any thread. Copies half a megabyte and blocks the lock meanwhile.
     */
    public LockStatistics statistics() {
        mutex.lock();
        try {
            return tally.statistics(lastHolder.forcedSwitches(), clock.getAsLong());
        } finally {
            mutex.unlock();
        }
    }
}
