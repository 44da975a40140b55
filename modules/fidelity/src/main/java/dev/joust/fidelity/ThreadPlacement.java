package dev.joust.fidelity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the kernel may run the threads of a probe. */
enum ThreadPlacement {
    /** On any core that the process may use. */
    ANYWHERE,
    /**
     * Each on a core of its own, as far as there are cores. Linux only.
     *
     * <p>The negative controls need it. Where a neighbour computes on one of two cores, the kernel runs a waiter of the
     * lock on its holder's core, and a woken thread there comes before the one that woke it. A lock that its holder
     * releases for an instant is then handed over all the same: compare/decisions/0010.
     */
    APART;

    /**
     * Has the calling thread run where this placement wants the thread of this number, from 0.
     *
     * @throws IllegalStateException where the kernel refuses it
     */
    void place(int number) {
        if (this == APART) {
            CoreAffinity.bind(Cores.IN_ORDER.get(number % Cores.IN_ORDER.size()));
        }
    }

    private static final class Cores {
        static final List<Integer> IN_ORDER = inAnyOrder();

        /** Where a neighbour has one of these cores, the sample is dropped, and the next process may avoid it. */
        private static List<Integer> inAnyOrder() {
            var cores = new ArrayList<>(CoreAffinity.usable());
            Collections.shuffle(cores);
            return List.copyOf(cores);
        }
    }
}
