package dev.joust.trial;

import java.util.Set;

/**
 * One way to run many units at once. Stateless; found by {@link java.util.ServiceLoader}; a user's own jar can add one.
 *
 * <p>The class comment of an implementation states its price: when it wins, when it loses, what it costs.
 */
public interface ConcurrencyModel {
    /** The name in scenario files and reports: lower-case words joined by '-'. */
    String name();

    /** How many units it can compute, and have waiting, at once. */
    Ceiling ceiling(int cores, int slots);

    /**
     * How many slots it takes when the scenario does not say.
     *
     * @param inFlight the most units that the load ever has in flight
     */
    default int slots(int cores, int inFlight) {
        return inFlight;
    }

    /**
     * The names of the options that it knows. A scenario that gives another is refused before anything runs.
     *
     * @see Setup#options()
     */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Starts everything that units need: threads, loops, connections' pools, workers. Called once in a process.
     *
     * @throws RuntimeException when it cannot start; the message says why
     */
    WorkRunner start(Setup setup);
}
