package dev.joust.threaded;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Checkpoint;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What an interpreter lock is not: a plain exclusive lock, unfair, that its holder gives up and takes back once a waiter has waited for an
 * interval. No switch number and no forced switching. The negative control: a comparison with CPython that cannot tell this one from
 * {@link InterpreterLock} measures nothing.
 *
 * <p><b>Threads.</b> As those of {@link InterpreterLock}: released and polled by the holder; what it did before happens-before what the next
 * holder does. Interrupts end no wait and are kept.
 */
public final class BareLock implements RunLock {
    private final ReentrantLock lock = new ReentrantLock();
    private final long intervalNanos;
    private volatile boolean dropRequested;

    /** A lock that nobody holds, and for which a waiter asks after such an interval. */
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
                dropRequested = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        dropRequested = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
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

    @Override
    public Checkpoint checkpoint() {
        return this::poll;
    }

    private void poll() {
        if (dropRequested) {
            release();
            acquire();
        }
    }
}
