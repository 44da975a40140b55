package dev.joust.threaded;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A mutex on whose conditions no time passes until the test says so, and on which wake-ups can get lost to a newcomer. */
@SuppressWarnings("serial")
final class ManualMutex extends ReentrantLock {
    private final Semaphore waits = new Semaphore(0);
    // guarded by this mutex
    private final List<ManualCondition> conditions = new ArrayList<>();
    private final List<Long> waitNanos = new ArrayList<>();
    private int expiries;
    private boolean wakesNobody;
    private boolean fails;

    /** Returns once one more timed wait has begun. Its thread has let go of this mutex by then, so it does wait. */
    void awaitNextWait() throws InterruptedException {
        if (!waits.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody waits");
        }
        locked(() -> {});
    }

    /** Lets the time of everyone's timed wait pass. */
    void expire() {
        locked(() -> {
            expiries++;
            conditions.stream().filter(c -> c.timedWaiters > 0).forEach(c -> c.real.signalAll());
        });
    }

    /** From now on timed waiters are not woken (or are again), as if each wake-up were stolen. */
    void wakeNobody(boolean on) {
        locked(() -> wakesNobody = on);
    }

    /** The next timed wait to end does so by an error. */
    void failAtExpiry() {
        locked(() -> fails = true);
    }

    /** How long each timed wait was to last. */
    List<Long> waitNanos() {
        var copy = new ArrayList<Long>();
        locked(() -> copy.addAll(waitNanos));
        return copy;
    }

    private void locked(Runnable action) {
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
        locked(() -> conditions.add(condition));
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
                throw new OutOfMemoryError("so the test wants it");
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
