package dev.joust.trial;

import java.net.URI;
import java.util.Map;

/**
 * What a model is started with.
 *
 * @param service where the service answers, without a trailing slash; a scenario without requests has {@link #NOWHERE}
 * @param cores how many cores the trial has
 * @param slots how many units may be held at once: threads of a pool, connections of a loop, workers. Further units queue
 * @param body the body of the tasks
 * @param options what the scenario tells this model, in the model's own words; an unknown one is an {@link IllegalArgumentException}
 */
public record Setup(URI service, int cores, int slots, TaskBody body, Map<String, String> options) {
    /** Where nothing answers: port 9, the discard service, which no machine has any more. */
    public static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    public Setup {
        options = Map.copyOf(options);
    }
}
