package dev.joust.threaded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads among which signals are shared out: each signal belongs to the group, not to a thread, and ends the wait of whichever of its
 * threads takes it first.
 *
 * <p>A thread joins, then takes a signal or leaves, once. All the while {@code threads that have not taken one = unsignalled + signals};
 * that is why a signal is never left over, and never promised twice. Whoever raises {@code signals} unparks one that is parked, and
 * whoever parks has first seen, in the same critical section that queues it, that there is none: no signal is slept through.
 *
 * <p>For any thread; its monitor is held for some tens of instructions.
 */
final class WaitGroup {
    private final Deque<Thread> parked = new ArrayDeque<>(4);
    private int unsignalled;
    private volatile int signals; // written under the monitor; looked at without it

    synchronized void join() {
        unsignalled++;
    }

    /**
     * Whether each thread that joined has been signalled or has left. Asked without the monitor, by one that excludes joining: may say false
     * of a group whose last thread is just leaving, which {@link #signal} finds out.
     */
    boolean spent() {
        return unsignalled == 0;
    }

    /** One more signal, for whichever thread takes it; false when there is no thread that could. */
    synchronized boolean signal() {
        if (unsignalled == 0) {
            return false;
        }
        unsignalled--;
        signals = signals + 1;
        var longest = parked.poll();
        if (longest != null) {
            LockSupport.unpark(longest);
        }
        return true;
    }

    /** Takes a signal if there is one. Costs a load when there is none. */
    boolean take(Thread me) {
        return signals > 0 && takeOrNot(me);
    }

    /** Takes a signal, or queues the thread, at the end unless it is there already: it may park until it is unparked, then ask again. */
    synchronized boolean takeOrQueue(Thread me) {
        if (takeOrNot(me)) {
            return true;
        }
        if (!parked.contains(me)) {
            parked.add(me);
        }
        return false;
    }

    /**
     * Ends the wait of a thread that wants to wait no longer; true when it had to take a signal after all. It takes one whenever there is
     * one: the thread may be the one that was unparked for it, and the next one sleeps.
     */
    synchronized boolean leave(Thread me) {
        if (takeOrNot(me)) {
            return true;
        }
        parked.remove(me);
        unsignalled--;
        return false;
    }

    private synchronized boolean takeOrNot(Thread me) {
        if (signals == 0) {
            return false;
        }
        signals = signals - 1;
        parked.remove(me);
        return true;
    }
}
