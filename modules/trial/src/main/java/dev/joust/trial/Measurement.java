package dev.joust.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one trial yielded, measured by the trial process itself.
 *
 * @param window the measured window
 * @param classes the result of each class of work, by its name
 * @param totals counts over the whole trial, warm-up included
 * @param capacity what a search for the capacity found; empty for other loads
 * @param housekeeping what the runtime did for itself in the window; empty where it does not tell
 */
public record Measurement(
        TrialId id,
        ModelInfo model,
        Window window,
        Map<String, ClassResult> classes,
        Totals totals,
        Optional<CapacityResult> capacity,
        Optional<Housekeeping> housekeeping) {

    /** A measurement by a runtime that does not tell what it did for itself. */
    public Measurement(
            TrialId id,
            ModelInfo model,
            Window window,
            Map<String, ClassResult> classes,
            Totals totals,
            Optional<CapacityResult> capacity) {
        this(id, model, window, classes, totals, capacity, Optional.empty());
    }

    /**
     * The model that ran.
     *
     * @param runtime the runtime and its version
     * @param slots the most units that the model could run at once
     */
    public record ModelInfo(String name, String runtime, int slots, Ceiling ceiling) {}

    /**
     * The measured window.
     *
     * @param nanos its length; for a batch, the makespan
     * @param steady whether the warm-up was steady when the window started
     * @param warmUp one value per iteration of the warm-up: units done for a closed load, seconds for a batch
     * @param series the number of units done in each tenth of the window
     * @param stopped why an open load was stopped before its end; empty: it was not
     */
    public record Window(
            long nanos, boolean steady, List<Double> warmUp, List<Long> series, Optional<String> stopped) {}

    /**
     * The result of one class of work.
     *
     * @param inFlight the number of units kept in flight; for a batch, its size; for an open load, 0
     * @param answers the sum of all digests modulo 2^64, in hex: the same for the same units in any order
     * @param censored units whose response time is not known; empty in older sessions, which do not tell
     * @param open what an open load adds; empty for other loads
     */
    public record ClassResult(
            int inFlight,
            Counts counts,
            Latencies latencies,
            String answers,
            Optional<Censored> censored,
            Optional<OpenResult> open) {
        /** The same with what an open load adds. */
        ClassResult with(Optional<OpenResult> other) {
            return new ClassResult(inFlight, counts, latencies, answers, censored, other);
        }
    }

    /**
     * The units of an open load that were intended within the window.
     *
     * @param offered their number
     * @param sent how many of them the model got within the window, or at most 1 ms later
     * @param inTime how many of them were answered within the class's deadline, or before the client gave up
     * @param timedOut how many of them were not answered before the client gave up
     * @param backlog units that had arrived and were not done at the end of the window
     * @param seconds by the second of the window in which the units were intended; the last one may be shorter
     */
    public record OpenResult(long offered, long sent, long inTime, long timedOut, long backlog, List<Second> seconds) {
        public OpenResult {
            seconds = List.copyOf(seconds);
        }
    }

    /**
     * The units that were intended within one second.
     *
     * @param offered their number
     * @param done units done within this second, whenever they were intended
     * @param inFlight units that had arrived and were not done at its end
     * @param p50Nanos the median of done - intended; 0 without units
     * @param p99Nanos the 99th percentile of done - intended; 0 without units
     */
    public record Second(long offered, long done, long inFlight, long p50Nanos, long p99Nanos) {}

    /**
     * What a search for the capacity found.
     *
     * @param sustained the highest rate that was sustained, in units per second; empty: not even the lowest was
     * @param promised the highest rate at which the promise held; empty: none did, or there is no promise
     * @param probes in the order of their time
     */
    public record CapacityResult(Optional<Double> sustained, Optional<Double> promised, List<RateProbe> probes) {
        public CapacityResult {
            probes = List.copyOf(probes);
        }
    }

    /**
     * An open load at one rate. It ends early where the backlog grows too large.
     *
     * @param rate in units per second, all classes together
     * @param offered units that were intended
     * @param done how many of them were done by its end and a grace: the time of a unit, since the last ones arrive at
     *     the end
     * @param backlog units that had arrived and were not done at its end
     * @param promisedNanos the percentile that the promise names; empty: there is no promise, or no unit of its class
     */
    public record RateProbe(double rate, long offered, long done, long backlog, Optional<Long> promisedNanos) {}

    /**
     * Units intended within the window and unfinished when the trial ended. The histogram of response times holds each
     * with the time until then: its response time is at least that.
     *
     * @param leastNanos the least of these times; 0 without such units
     */
    public record Censored(long units, long leastNanos) {}

    /**
     * What the runtime did for itself within the window. Times are whole milliseconds, as the JVM tells them.
     *
     * @param collections of garbage, in the order of their time; the first ones, where there are very many
     * @param moreCollections how many further ones there were
     * @param compilingNanos the time of its compilers, summed over their threads; empty where it does not tell
     * @param compilingNanosBySecond the same by second of an open load's window, the last one may be shorter; empty for
     *     other loads
     */
    public record Housekeeping(
            List<GarbageCollection> collections,
            long moreCollections,
            Optional<Long> compilingNanos,
            List<Long> compilingNanosBySecond) {
        public Housekeeping {
            collections = List.copyOf(collections);
            compilingNanosBySecond = List.copyOf(compilingNanosBySecond);
        }
    }

    /**
     * A collection of garbage.
     *
     * @param collector its name
     * @param atNanos when it began, since the start of the window
     * @param nanos how long it took
     */
    public record GarbageCollection(String collector, long atNanos, long nanos) {}

    /**
     * Numbers of units.
     *
     * @param done answered within the window
     * @param answered answered at any time, warm-up and drain included
     * @param unfinished still in flight when the trial ended, because the model was far behind the load
     */
    public record Counts(long done, long answered, long unfinished, Failures failures) {}

    /**
     * Units that went wrong.
     *
     * @param failed not answered
     * @param wrong answered, but not as the oracle says
     * @param reasons the first few different reasons of failure
     */
    public record Failures(long failed, long wrong, List<String> reasons) {}

    /**
     * Times of the units intended within the window. An unfinished unit counts with the time until the trial ended.
     * Older sessions lack {@code doneWithin}.
     *
     * @param response done - intended, in nanoseconds: a compressed HdrHistogram in Base64
     * @param service done - sent, in the same form
     * @param lagP99Nanos the 99th percentile of sent - intended: how late the driver was
     * @param doneWithin how many of these units were done within the window too
     */
    public record Latencies(String response, String service, long lagP99Nanos, Optional<Long> doneWithin) {}

    /**
     * Counts over all units answered in the process. The service must have counted the same. Older sessions lack
     * {@code callingNanos}.
     *
     * @param calls the number of requests that the service answered
     * @param bytes the number of bytes read from response bodies
     * @param callingNanos the time from sent to done, summed over the units that called the service
     * @param counters what the model and its runtime counted, by name
     */
    public record Totals(long calls, long bytes, Optional<Long> callingNanos, Map<String, Double> counters) {}
}
