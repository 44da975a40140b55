package dev.joust.trial;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** A model that has been started. It runs units and never measures them. */
public interface WorkRunner extends AutoCloseable {

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

    /**
     * Warms the kernels in every process that computes units. Called once, after the first answers are checked and
     * before units are timed. No unit is in flight. A model whose units compute in other processes overrides it.
     *
     * @return how many kernels stayed short of their calibrated rate, over all processes
     */
    default int warm(KernelWarmUp warmUp) {
        return warmUp.run();
    }

    /**
     * What the model has counted since it started, by name: lock statistics, for example. It covers the whole trial,
     * warm-up included. Called after the last unit. The report shows the values; no claim is judged by them.
     */
    default Map<String, Double> counters() {
        return Map.of();
    }

    /**
     * How busy the parts are that units share, such as a lock or a loop: evidence for why the model is as fast as it
     * is. The driver's thread calls it at both marks of the measured window, so it takes microseconds and waits for no
     * unit.
     */
    default Activity activity() {
        return Activity.NONE;
    }

    /** Ends every thread and process that {@code start} began, within two seconds. Unfinished units may fail. */
    @Override
    void close();
}
