package dev.joust.threaded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share signals. A signal belongs to the group, not to a thread: it ends the wait of the first of its
 * threads that takes it.
 *
 * <p>A thread joins, then takes a signal or leaves, once. At all times
 * {@code threads that have not taken one = unsignalled + signals}. So no signal is left over, and none is promised
 * twice. A thread that raises {@code signals} unparks a parked one. A thread that parks has first seen that there is no
 * signal, in the critical section that queues it. So no thread sleeps through a signal.
 *
 * <p>For any thread. The monitor is held for some tens of instructions.
 */
final class WaitGroup {
    private final Deque<Thread> parked = new ArrayDeque<>(4);
    private int unsignalled;
    private final AtomicInteger signals = new AtomicInteger(); // raised under the monitor, lowered also without it

    synchronized void join() {
        unsignalled++;
    }

    /**
     * Whether every thread that joined has been signalled or has left. Read without the monitor, by a thread that
     * prevents others from joining. It may be false for a group that its last thread is just leaving; {@link #signal}
     * detects that.
     */
    boolean allSignalled() {
        return unsignalled == 0;
    }

    /** Adds a signal for any of the threads; false when no thread could take it. */
    boolean signal() {
        Thread longest;
        synchronized (this) {
            if (unsignalled == 0) {
                return false;
            }
            unsignalled--;
            signals.incrementAndGet();
            longest = parked.poll();
        }
        if (longest != null) {
            // outside of the monitor: this takes microseconds, in which a thread that looks must be able to take it
            LockSupport.unpark(longest);
        }
        return true;
    }

    /** Takes a signal if there is one, for a thread that is not queued. Costs a load when there is none. */
    boolean tryTake() {
        int seen = signals.get();
        while (seen > 0) {
            if (signals.compareAndSet(seen, seen - 1)) {
                return true;
            }
            seen = signals.get();
        }
        return false;
    }

    /**
     * Takes a signal, or queues the thread unless it is queued already. A queued thread may park until it is unparked,
     * then retry.
     */
    synchronized boolean takeOrQueue(Thread me) {
        if (takeQueued(me)) {
            return true;
        }
        if (!parked.contains(me)) {
            parked.add(me);
        }
        return false;
    }

    /**
     * Ends the wait of a thread whose time is up; true when it took a signal. It must take one if there is one: it may
     * be the thread that was unparked for the signal, while the next one sleeps.
     */
    synchronized boolean leave(Thread me) {
        if (takeQueued(me)) {
            return true;
        }
        parked.remove(me);
        unsignalled--;
        return false;
    }

    private boolean takeQueued(Thread me) {
        if (!tryTake()) {
            return false;
        }
        parked.remove(me);
        return true;
    }
}
