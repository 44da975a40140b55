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

    /** Something to be done now, to which the worker owes one {@link Reply.Answer}. */
    sealed interface Assignment extends Order {
        /** Of its class of work. */
        int id();
    }

    /** A whole unit. */
    record Unit(int id, long seed) implements Assignment {}

    /**
     * One step of somebody else's unit: the only one of its class. Its answer has the step's result for a digest.
     *
     * @param seed of the step
     */
    record Part(int id, long seed) implements Assignment {}
}
