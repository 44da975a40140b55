package dev.joust.trial;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongUnaryOperator;

/** A clock on which a wait takes no time. What happens during a wait happens at its own instant. */
final class VirtualClock implements NanoClock {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final LongUnaryOperator waking;
    private long numbers;
    private long parks;
    private long now;

    private record Event(long at, long number, Runnable action) {}

    VirtualClock() {
        this(LongUnaryOperator.identity());
    }

    /**
     * A clock whose thread wakes late.
     *
     * @param waking the instant at which a wait until an instant ends
     */
    VirtualClock(LongUnaryOperator waking) {
        this.waking = waking;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void parkUntil(long instant) {
        parks++;
        long end = Math.max(now, waking.applyAsLong(instant));
        while (!events.isEmpty() && events.peek().at() <= end) {
            var event = events.remove();
            now = Math.max(now, event.at());
            event.action().run();
        }
        now = end;
    }

    /** Runs this at an instant, during a wait. */
    void at(long instant, Runnable action) {
        events.add(new Event(instant, numbers++, action));
    }

    /** The thread computes for so long, as one does that hands a unit to a slow model. */
    void pass(long nanos) {
        now += nanos;
    }

    /** How often the thread has waited. */
    long parks() {
        return parks;
    }
}
