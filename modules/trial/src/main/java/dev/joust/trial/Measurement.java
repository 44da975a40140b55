package dev.joust.trial;

import java.util.List;
import java.util.Map;

/**
 * What one trial yielded, seen from inside.
 *
 * @param model what ran
 * @param window the measured window
 * @param classes what each class of work showed, by its name
 * @param totals of the whole trial, the warm-up included
 */
public record Measurement(TrialId id, ModelInfo model, Window window, Map<String, ClassResult> classes, Totals totals) {

    /**
     * What ran.
     *
     * @param runtime the runtime and its version
     * @param slots how many units the model could hold
     */
    public record ModelInfo(String name, String runtime, int slots, Ceiling ceiling) {}

    /**
     * The measured window.
     *
     * @param nanos its length; of a batch, the makespan
     * @param steady whether the warm-up had settled
     * @param warmUp the value of each iteration of the warm-up
     * @param series units done in each tenth of the window
     */
    public record Window(long nanos, boolean steady, List<Double> warmUp, List<Long> series) {}

    /**
     * What one class of work showed.
     *
     * @param inFlight how many units were kept in flight; of a batch, its size
     * @param answers the sum of all digests modulo 2^64, in hex: equal for equal units, whatever their order
     */
    public record ClassResult(int inFlight, Counts counts, Latencies latencies, String answers) {}

    /**
     * Units.
     *
     * @param done answered within the window
     * @param answered answered at all, warm-up and drain of a closed load included
     * @param unfinished still on their way when the trial ended, because the model was far behind the load
     * @param failures what was not answered, or not rightly
     */
    public record Counts(long done, long answered, long unfinished, Failures failures) {}

    /**
     * Units that went wrong.
     *
     * @param failed not answered
     * @param wrong answered otherwise than the oracle
     * @param reasons the first few reasons of failure
     */
    public record Failures(long failed, long wrong, List<String> reasons) {}

    /**
     * Times, of the units intended within the window. A unit that was left counts with the time that it had waited.
     *
     * @param response done - intended, in nanoseconds: a compressed HdrHistogram, in Base64
     * @param service done - sent, likewise
     * @param lagP99Nanos 99th percentile of sent - intended: the driver's own lateness
     * @param meanInFlight the time that units spent in the window, by its length: what Little's law says was in flight
     */
    public record Latencies(String response, String service, long lagP99Nanos, double meanInFlight) {}

    /**
     * Of all units answered in the process: what the service must have counted too.
     *
     * @param calls requests answered by the service
     * @param bytes bytes of bodies read from it
     * @param counters what the model and its runtime counted, by name
     */
    public record Totals(long calls, long bytes, Map<String, Double> counters) {}
}
