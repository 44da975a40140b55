package dev.joust.trial;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way to run many units at once.
 *
 * <p>Implementations are stateless and have a public constructor without parameters. {@link java.util.ServiceLoader}
 * finds them, so any jar on the class path can add one.
 *
 * <p>The class comment of an implementation states its price: when it wins, when it loses, what it costs.
 */
public interface ConcurrencyModel {
    /** The name in scenario files and reports: lower-case words joined by '-'. */
    String name();

    /**
     * The most units that this model can compute at once, and have waiting at once.
     *
     * @param cores the number of cores of the trial, at least 1
     * @param slots the number of slots of the trial, at least 1
     */
    Ceiling ceiling(int cores, int slots);

    /**
     * The same for a model whose options decide it.
     *
     * @param options those that the scenario gives
     * @throws IllegalArgumentException when an option is malformed
     */
    default Ceiling ceiling(int cores, int slots, Map<String, String> options) {
        return ceiling(cores, slots);
    }

    /**
     * The number of slots for a scenario that names none; at least 1.
     *
     * @param cores the number of cores of the trial
     * @param inFlight the most units that the load has in flight at once
     */
    default int slots(int cores, int inFlight) {
        return inFlight;
    }

    /**
     * The same for a model whose options decide it.
     *
     * @param options those that the scenario gives
     * @throws IllegalArgumentException when an option is malformed
     */
    default int slots(int cores, int inFlight, Map<String, String> options) {
        return slots(cores, inFlight);
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
     * The framework that runs it and its version, for example {@code Quarkus 3.33.2}; empty where the model runs
     * itself.
     */
    default Optional<String> framework() {
        return Optional.empty();
    }

    /** Whether it can be a server. */
    default boolean serves() {
        return false;
    }

    /**
     * Starts the model as an HTTP/1.1 server with its natural front door, and everything that units need. Called once
     * per trial process, in place of {@link #start}.
     *
     * @throws IllegalArgumentException when an option is unknown or malformed; the message lists the known ones
     * @throws IOException when the address cannot be listened on; the message is the reason
     * @throws UnsupportedOperationException when the model is no server
     */
    default UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        throw new UnsupportedOperationException(name() + " cannot be a server");
    }

    /**
     * Starts everything that units need: threads, loops, connection pools, workers. Called once per trial process.
     *
     * @throws IllegalArgumentException when an option is unknown or malformed; the message lists the known ones
     * @throws RuntimeException when the model cannot start; the message is the reason
     */
    WorkRunner start(Setup setup);
}
