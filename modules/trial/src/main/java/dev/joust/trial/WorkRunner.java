package dev.joust.trial;

import java.util.concurrent.CompletionStage;

/** A model that has been started in this process. It runs units and never measures them. */
public interface WorkRunner extends StartedModel {

    /**
     * Starts this unit and returns at once. No step of the unit runs on the calling thread, and the caller never waits
     * for one.
     *
     * <p>The driver's thread calls it. Any other thread may call it too, also from the completion of another unit.
     * Units beyond the slots queue in order of arrival.
     *
     * <p>The stage completes exactly once, on any thread, when the unit is done or has failed. Exceptional completion
     * counts as failed. A model with a lock does not hold it when it completes a stage.
     */
    CompletionStage<Outcome> run(Work work);
}
