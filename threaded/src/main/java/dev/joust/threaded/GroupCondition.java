package dev.joust.threaded;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A condition that wakes its waiters as glibc's condition variables do since version 2.25: the algorithm of
 * {@code nptl/pthread_cond_wait.c} and {@code pthread_cond_signal.c}, on {@link LockSupport} in place of futexes.
 *
 * <pre>
 *   await ──join──> G2   who came since the groups were last swapped: gets no signal yet
 *                    │   a signal finds all of G1 signalled: G2 becomes G1, a new G2 is opened
 *                    v
 *   signal ───────> G1   each signal ends one wait, of whichever thread of the group takes it first
 * </pre>
 *
 * <p>A signal wakes the thread that has been parked longest; until that one runs, some 50 µs later, any thread of G1 that is awake may
 * take the signal, and the woken one goes back to sleep, in the same group and with the same deadline. A thread that has just come is
 * awake: it <em>looks</em> for a signal before it parks. In glibc it looks once, and what it can see is decided by how long it takes to
 * get from there to sleep in the kernel; here it looks for a given time, the <em>window</em>. Java's own conditions hand each signal to
 * the thread that has waited longest.
 *
 * <p>glibc has two slots for groups, which take turns, and must wait until a slot's last thread is gone before it swaps them. Here each
 * group is an object and there is nothing to wait for. In glibc a waiter whose time is up leaves a signal that others may take alone and
 * replaces one that only it could have taken; here it takes it, as if it had come before the end. Both lose none.
 *
 * <p><b>Threads.</b> As {@link Condition} says. To wait or signal, a thread must hold the mutex, exactly once to wait; waiting lets go
 * of it and takes it back. So everything that a thread did before it signalled <i>happens-before</i> what the woken thread does next, by
 * way of the mutex. No wait ends without a signal, the end of its time, or an interrupt.
 *
 * <p><b>Price.</b> A signal that nobody waits for: two loads. A wait: one or two objects, up to a window of spinning, and parking.
 */
final class GroupCondition implements Condition {
    private final ReentrantLock mutex;
    private final long windowNanos;
    // guarded by the mutex
    private WaitGroup first = new WaitGroup();
    private WaitGroup second = new WaitGroup();

    /**
     * A condition that nobody waits for.
     *
     * @param mutex what is held by whoever waits or signals
     * @param windowNanos for how long a thread looks for a signal before it parks
     */
    GroupCondition(ReentrantLock mutex, long windowNanos) {
        this.mutex = mutex;
        this.windowNanos = windowNanos;
    }

    @Override
    public void signal() {
        if (!mutex.isHeldByCurrentThread()) {
            throw new IllegalMonitorStateException("signalled by a thread that does not hold the mutex");
        }
        if (!first.spent() && first.signal()) {
            return;
        }
        if (!second.spent()) {
            first = second;
            second = new WaitGroup();
            first.signal();
        }
    }

    @Override
    public void signalAll() {
        while (!first.spent() || !second.spent()) {
            signal();
        }
    }

    @Override
    public long awaitNanos(long nanos) throws InterruptedException {
        return await(nanos, true);
    }

    @Override
    public void await() throws InterruptedException {
        await(Long.MAX_VALUE, true);
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return await(unit.toNanos(time), true) > 0;
    }

    @Override
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        return await(deadline.getTime() - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void awaitUninterruptibly() {
        try {
            await(Long.MAX_VALUE, false);
        } catch (InterruptedException e) {
            throw new AssertionError("an interrupt ended a wait that none ends", e);
        }
    }

    /** Waits; returns what is left of the time, at least 1 when signalled. */
    private long await(long nanos, boolean interruptible) throws InterruptedException {
        if (mutex.getHoldCount() != 1) {
            throw new IllegalMonitorStateException("to wait, hold the mutex once: " + mutex.getHoldCount());
        }
        if (interruptible && Thread.interrupted()) {
            throw new InterruptedException();
        }
        long deadline = System.nanoTime() + nanos; // may overflow: only differences count
        var mine = second;
        mine.join();
        mutex.unlock();
        try {
            return looks(mine) || parks(mine, deadline, interruptible) ? Math.max(1, deadline - System.nanoTime()) : 0;
        } finally {
            mutex.lock();
        }
    }

    private boolean looks(WaitGroup mine) {
        if (windowNanos == 0) {
            return false;
        }
        var me = Thread.currentThread();
        long end = System.nanoTime() + windowNanos;
        do {
            if (mine.take(me)) {
                return true;
            }
            Thread.onSpinWait();
        } while (System.nanoTime() - end < 0);
        return false;
    }

    /** Parks until there is a signal to take; false when the time was up first. */
    private boolean parks(WaitGroup mine, long deadline, boolean interruptible) throws InterruptedException {
        var me = Thread.currentThread();
        boolean interrupted = false;
        boolean taken = false;
        try {
            while (!(taken = mine.takeOrQueue(me))) {
                interrupted |= Thread.interrupted();
                long left = deadline - System.nanoTime();
                if (left <= 0 || interrupted && interruptible) {
                    taken = mine.leave(me);
                    break;
                }
                LockSupport.parkNanos(this, left);
            }
            if (interrupted && interruptible && !taken) {
                interrupted = false;
                throw new InterruptedException();
            }
            return taken;
        } finally {
            if (interrupted) {
                me.interrupt();
            }
        }
    }
}
