package dev.joust.reactive;

import java.util.ArrayDeque;
import java.util.Optional;

/** The slots of several loops: at most one unit per slot, and further units in order of arrival. For any thread. */
final class SlotQueue {
    private final ArrayDeque<LoopUnit> waiting = new ArrayDeque<>();
    private int free;

    SlotQueue(int slots) {
        this.free = slots;
    }

    /** Gives the unit a slot, or lets it wait for one and returns false. */
    synchronized boolean enter(LoopUnit unit) {
        if (free == 0) {
            waiting.add(unit);
            return false;
        }
        free--;
        return true;
    }

    /** Gives the slot of a unit that has ended to the one that has waited longest. */
    synchronized Optional<LoopUnit> leave() {
        var next = Optional.ofNullable(waiting.poll());
        if (next.isEmpty()) {
            free++;
        }
        return next;
    }
}
