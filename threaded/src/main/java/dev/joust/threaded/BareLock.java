package dev.joust.threaded;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Checkpoint;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A plain, unfair exclusive lock. Its holder gives it up and takes it back once a waiter has waited for an interval. It
 * has no switch number and no forced switching. It is a negative control: a comparison with CPython that cannot tell
 * this lock from {@link InterpreterLock} measures nothing.
 *
 * <p><b>Threads.</b> The holder releases and polls. What a thread does before it releases the lock happens-before what
 * the next holder does. Interrupts end no wait; the thread keeps them.
 */
public final class BareLock implements RunLock {
    private final ReentrantLock lock = new ReentrantLock();
    private final long intervalNanos;
    private final Checkpoint dropRequest = new Checkpoint(this::handOver);
    private Thread last; // used by the holder only, as are writes of the count
    private volatile long switches;

    /**
     * A free lock.
     *
     * @param interval how long a waiter waits before it requests that the holder drop the lock
     */
    public BareLock(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    @Override
    public void acquire() {
        boolean interrupted = false;
        while (true) {
            try {
                if (lock.tryLock() || lock.tryLock(intervalNanos, TimeUnit.NANOSECONDS)) {
                    break;
                }
                dropRequest.request();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        dropRequest.withdraw();
        countSwitch();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void countSwitch() {
        var me = Thread.currentThread();
        if (last != me) {
            last = me;
            long next = switches + 1;
            switches = next;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalMonitorStateException when the calling thread does not hold the lock
     */
    @Override
    public void release() {
        lock.unlock();
    }

    private void handOver() {
        release();
        acquire();
    }

    @Override
    public Checkpoint checkpoint() {
        return dropRequest;
    }

    /** How often the lock has gone from one thread to another. For any thread. */
    public long switches() {
        return switches;
    }
}
