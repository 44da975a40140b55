package dev.joust.threaded;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A condition that wakes its waiters as glibc's condition variables do since version 2.25. It is the algorithm of
 * {@code nptl/pthread_cond_wait.c} and {@code pthread_cond_signal.c}, on {@link LockSupport} in place of futexes.
 *
 * <pre>
 *   await ──join──> G2   threads that came since the groups were last swapped: they get no signal yet
 *                    │   a signal finds every thread of G1 signalled: G2 becomes G1, a new G2 is opened
 *                    v
 *   signal ───────> G1   each signal ends one wait: the first thread of the group to take it wins
 * </pre>
 *
 * <p>A signal unparks the thread that has been parked longest. That thread runs some 50 µs later. Until then any thread
 * of G1 that is awake may take the signal, and the unparked thread goes back to sleep, in the same group and with the
 * same deadline. A thread that has just begun to wait is awake: it <em>looks</em> for a signal before it parks. In
 * glibc it looks once, and what it can see depends on how long it takes from there to sleep in the kernel. Here it
 * looks for a given time, the <em>window</em>. Java's own conditions give each signal to the thread that has waited
 * longest.
 *
 * <p>glibc has two slots for groups. It must wait until the last thread has left a slot before it swaps them. Here each
 * group is an object, so nothing has to wait. In glibc a waiter whose time is up leaves a signal that others may take,
 * and replaces one that only it could have taken. Here it takes the signal, as if the signal had come in time. Neither
 * loses a signal.
 *
 * <p><b>Threads.</b> As {@link Condition} says. A thread that waits or signals holds the mutex, exactly once to wait. A
 * wait unlocks the mutex and locks it again. So everything that a thread does before it signals <i>happens-before</i>
 * what the woken thread does next, by way of the mutex. A wait ends only by a signal, by its time limit, or by an
 * interrupt.
 *
 * <p><b>Cost.</b> A signal without a waiter: two loads. A wait: one or two objects, up to a window of spinning, and
 * parking.
 */
final class GroupCondition implements Condition {
    private final ReentrantLock mutex;
    private final long windowNanos;
    // guarded by the mutex
    private WaitGroup first = new WaitGroup();
    private WaitGroup second = new WaitGroup();

    /**
     * A condition without waiters.
     *
     * @param mutex the mutex that a thread holds to wait or to signal
     * @param windowNanos how long a thread looks for a signal before it parks
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
        if (!first.allSignalled() && first.signal()) {
            return;
        }
        if (!second.allSignalled()) {
            first = second;
            second = new WaitGroup();
            first.signal();
        }
    }

    @Override
    public void signalAll() {
        while (!first.allSignalled() || !second.allSignalled()) {
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
            throw new AssertionError("an interrupt ended an uninterruptible wait", e);
        }
    }

    /** Waits. Returns the time that is left: at least 1 when signalled, else 0. */
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
            return spin(mine) || park(mine, deadline, interruptible) ? Math.max(1, deadline - System.nanoTime()) : 0;
        } finally {
            mutex.lock();
        }
    }

    /** Looks for a signal for as long as the window; false when there was none. */
    private boolean spin(WaitGroup mine) {
        if (windowNanos == 0) {
            return false;
        }
        long end = System.nanoTime() + windowNanos;
        do {
            if (mine.tryTake()) {
                return true;
            }
            Thread.onSpinWait();
        } while (System.nanoTime() - end < 0);
        return false;
    }

    /** Parks until it takes a signal; false when the time was up first. */
    private boolean park(WaitGroup mine, long deadline, boolean interruptible) throws InterruptedException {
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
