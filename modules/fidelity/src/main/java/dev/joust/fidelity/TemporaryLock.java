package dev.joust.fidelity;

import dev.joust.blocking.Gate;
import dev.joust.trial.Checkpoint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * CPython's global interpreter lock, by the algorithm of {@code Python/ceval_gil.c} in CPython 3.12: not an exclusive lock but a flag,
 * {@code locked}, with a protocol about who gets it next.
 *
 * <ul>
 *   <li>There is no queue. Whoever sees the flag down takes it, also before a thread that was woken for it; a thread that comes back
 *       from I/O has no priority.
 *   <li>A waiter waits for a whole <em>interval</em>, and only when nobody got a turn in it (the <em>switch number</em> is the one it
 *       began with) does it request that the holder drop the lock. If there was a switch, or a wake-up in vain, it waits a whole interval
 *       again. With three or more threads turns therefore last between one interval and two.
 *   <li>The holder sees the request at its next poll, drops the lock and takes it again.
 *   <li><em>Forced switching</em>: whoever drops the lock while a request is pending waits until another thread has taken it, also
 *       when it dropped it of its own will, before a system call. Without this a thread that drops and retakes always wins over
 *       the one that has yet to wake up.
 * </ul>
 *
 * <p>CPython guards the forced switch by a second mutex; a thread that takes the lock in the gap between the two spares the dropper its
 * wait. Here one mutex guards everything and there is no gap. Waiters are woken first come, first served, as {@link Condition}
 * does; glibc's condition variables let a newcomer steal the wake-up, which starves I/O more.
 *
 * <p><b>Threads.</b> For any number of platform threads. {@link #release} and the checkpoint must be called by the thread that holds
 * the lock. Everything that a thread did before it released the lock <i>happens-before</i> whatever any thread does after it next
 * acquires it: both go through the mutex. The one thing that is read outside the mutex is {@code dropRequested}, by the poll, in opaque
 * mode: it orders nothing and costs a plain load, it is seen sooner or later, and what follows from it is decided under the mutex.
 *
 * <p><b>Interrupts</b> end no wait here, since a thread must get the lock back before it can deal with one. They are kept.
 */
final class TemporaryLock implements Gate {
    private static final VarHandle DROP_REQUESTED;

    static {
        try {
            DROP_REQUESTED =
                    MethodHandles.lookup().findVarHandle(TemporaryLock.class, "dropRequested", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long intervalNanos;
    private final boolean forced;
    private final Lock mutex;
    private final Condition freed;
    private final Condition taken;

    // all guarded by the mutex; dropRequested is also polled without it
    private boolean dropRequested;
    private boolean locked;
    private Thread lastHolder;
    private long switches;
    private long acquisitions;
    private long contended;
    private long forcedSwitches;

    /**
     * A lock that nobody holds.
     *
     * @param interval how long a waiter waits before it asks for the lock; CPython's is 5 ms
     * @param forced whether switching is forced, as in CPython; without it one can see what it is good for
     */
    TemporaryLock(Duration interval, boolean forced) {
        this(interval, forced, new ReentrantLock());
    }

    /** The same on a mutex whose conditions tell another time. */
    TemporaryLock(Duration interval, boolean forced, Lock mutex) {
        this.intervalNanos = interval.toNanos();
        this.forced = forced;
        this.mutex = mutex;
        this.freed = mutex.newCondition();
        this.taken = mutex.newCondition();
    }

    @Override
    public void acquire() {
        var me = Thread.currentThread();
        boolean interrupted = false;
        mutex.lock();
        try {
            if (locked) {
                contended++;
                interrupted = awaitFree();
            }
            locked = true;
            acquisitions++;
            if (lastHolder != me) {
                lastHolder = me;
                switches++;
            }
            DROP_REQUESTED.setOpaque(this, false); // whoever asked: it waits for a fresh interval
            taken.signal();
        } finally {
            mutex.unlock();
        }
        if (interrupted) {
            me.interrupt();
        }
    }

    /** Waits for the flag to go down; true when interrupted meanwhile. */
    private boolean awaitFree() {
        boolean interrupted = false;
        while (locked) {
            long seen = switches;
            try {
                boolean expired = freed.awaitNanos(intervalNanos) <= 0; // the whole interval, not what is left of it
                if (expired && locked && switches == seen) {
                    DROP_REQUESTED.setOpaque(this, true);
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalMonitorStateException when the calling thread does not hold the lock
     */
    @Override
    public void release() {
        mutex.lock();
        try {
            if (!locked || lastHolder != Thread.currentThread()) {
                throw new IllegalMonitorStateException("released by a thread that does not hold it");
            }
            locked = false;
            freed.signal();
            if (dropRequested && forced) {
                DROP_REQUESTED.setOpaque(this, false);
                forcedSwitches++;
                taken.awaitUninterruptibly(); // whoever requested the drop is bound to take it, so this ends
            }
        } finally {
            mutex.unlock();
        }
    }

    @Override
    public Checkpoint checkpoint() {
        return this::poll;
    }

    private void poll() {
        if ((boolean) DROP_REQUESTED.getOpaque(this)) {
            release();
            acquire();
        }
    }

    /** Whether a waiter has asked for the lock and none has got it since. */
    boolean dropRequested() {
        return (boolean) DROP_REQUESTED.getOpaque(this);
    }

    /**
     * What has been counted so far: {@code acquisitions}; those that found the lock {@code contended}; {@code switches} from one thread to
     * another; drops that waited for another thread, {@code forced-switches}.
     */
    Map<String, Double> counters() {
        mutex.lock();
        try {
            var counters = new TreeMap<String, Double>();
            counters.put("acquisitions", (double) acquisitions);
            counters.put("contended", (double) contended);
            counters.put("switches", (double) switches);
            counters.put("forced-switches", (double) forcedSwitches);
            return counters;
        } finally {
            mutex.unlock();
        }
    }
}
