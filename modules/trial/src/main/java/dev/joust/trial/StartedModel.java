package dev.joust.trial;

import java.util.Map;

/** A model that has been started, and runs until it is closed. */
public interface StartedModel extends AutoCloseable {

    /**
     * Warms the kernels in every process that computes units. Called once, before units are timed. No unit is in
     * flight. A model whose units compute in other processes overrides it.
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
     * The sums of {@link ThisRuntime#times()} over the JVMs that the model has started. Not a number where one of them
     * has ended, or does not tell within two seconds. Called once, after the last unit.
     */
    default Map<String, Double> timesOfItsJvms() {
        return Map.of();
    }

    /**
     * How busy the parts are that units share, such as a lock or a loop: evidence for why the model is as fast as it
     * is. The trial calls it at both marks of the measured window, so it takes microseconds and waits for no unit.
     */
    default Activity activity() {
        return Activity.NONE;
    }

    /** Ends every thread and process that the start began, within two seconds. Unfinished units may fail. */
    @Override
    void close();
}
