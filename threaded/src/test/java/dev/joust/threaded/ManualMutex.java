package dev.joust.threaded;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A mutex whose conditions let time pass when the test says so, and can lose wake-ups. */
@SuppressWarnings("serial")
final class ManualMutex extends ReentrantLock {
    private final Semaphore waits = new Semaphore(0);
    // guarded by this mutex
    private final List<ManualCondition> conditions = new ArrayList<>();
    private final List<Long> waitNanos = new ArrayList<>();
    private int expiries;
    private boolean wakesNobody;
    private boolean fails;

    /** Returns when one more timed wait has begun. Its thread has unlocked this mutex by then, so it waits. */
    void awaitNextWait() throws InterruptedException {
        if (!waits.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no thread waits");
        }
        runLocked(() -> {});
    }

    /** Lets the time of every timed wait pass. */
    void expire() {
        runLocked(() -> {
            expiries++;
            conditions.stream().filter(c -> c.timedWaiters > 0).forEach(c -> c.real.signalAll());
        });
    }

    /** Stops or resumes the waking of timed waiters, as if another thread took each wake-up. */
    void wakeNobody(boolean on) {
        runLocked(() -> wakesNobody = on);
    }

    /** Ends the next timed wait by an error. */
    void failAtExpiry() {
        runLocked(() -> fails = true);
    }

    /** The time limit of each timed wait. */
    List<Long> waitNanos() {
        var copy = new ArrayList<Long>();
        runLocked(() -> copy.addAll(waitNanos));
        return copy;
    }

    private void runLocked(Runnable action) {
        lock();
        try {
            action.run();
        } finally {
            unlock();
        }
    }

    @Override
    public Condition newCondition() {
        var condition = new ManualCondition(super.newCondition());
        runLocked(() -> conditions.add(condition));
        return condition;
    }

    private final class ManualCondition implements Condition {
        private final Condition real;
        private int timedWaiters;

        ManualCondition(Condition real) {
            this.real = real;
        }

        @Override
        public long awaitNanos(long nanos) throws InterruptedException {
            int before = expiries;
            waitNanos.add(nanos);
            timedWaiters++;
            waits.release();
            try {
                real.await();
            } finally {
                timedWaiters--;
            }
            if (fails) {
                fails = false;
                throw new OutOfMemoryError("made by the test");
            }
            return expiries == before ? nanos : 0;
        }

        @Override
        public void awaitUninterruptibly() {
            real.awaitUninterruptibly();
        }

        @Override
        public void signal() {
            if (timedWaiters == 0 || !wakesNobody) {
                real.signal();
            }
        }

        @Override
        public void await() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean await(long time, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean awaitUntil(Date deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signalAll() {
            throw new UnsupportedOperationException();
        }
    }
}
