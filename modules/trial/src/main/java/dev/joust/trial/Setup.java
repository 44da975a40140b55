package dev.joust.trial;

import java.net.URI;
import java.util.Map;

/**
 * What a model is started with.
 *
 * @param service the address of the service, without a trailing slash; {@link #NOWHERE} where no step sends a request
 * @param cores the number of cores of the trial
 * @param slots the most units that the model runs at once: threads of a pool, connections of a loop, workers. Further
 *     units queue
 * @param body computes the steps that need no service
 * @param options the options that the scenario gives this model, by name; the model refuses unknown ones
 */
public record Setup(URI service, int cores, int slots, TaskBody body, Map<String, String> options) {
    /** Port 9, the discard service, where nothing listens on a present-day machine. */
    public static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    public Setup {
        options = Map.copyOf(options);
    }
}
