package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.Setup;
import java.util.List;

/** What the parent says to a worker. */
sealed interface Order {
    /**
     * The first order, once.
     *
     * @param setup of this worker, with one slot and no options
     */
    record Begin(Setup setup) implements Order {}

    /** The answer to {@link Reply.Ask}: what the units of a class do. */
    record Definition(int id, String name, List<Step> steps) implements Order {
        public Definition {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A unit to be done now.
     *
     * @param id of its class of work
     */
    record Unit(int id, long seed) implements Order {}
}
