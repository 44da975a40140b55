package dev.joust.trial;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** A started model. */
public interface WorkRunner extends AutoCloseable {

    /**
     * Starts this unit now. Called by the driver's thread, and safe to call from any other, one that completes a unit included. It returns at once: no step of the unit runs on the calling
     * thread, and none waits for it. The stage completes exactly once, on any thread, when the unit is done or has
     * failed; exceptional completion counts as failed. The model must not hold its lock, if it has one, when it completes.
     */
    CompletionStage<Outcome> run(Work work);

    /**
     * What the model has counted since it started, by name, for the report (lock statistics, say). Called after the last unit;
     * its values are not judged.
     */
    default Map<String, Double> counters() {
        return Map.of();
    }

    /** Ends every thread and process that {@code start} has begun, within two seconds. Units that are not done may fail. */
    @Override
    void close();
}
