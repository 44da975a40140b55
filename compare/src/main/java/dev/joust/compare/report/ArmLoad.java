package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * What an open load or a search for the capacity adds to an arm. Without such a load it is empty.
 *
 * @param offered one per class of work of an open load
 * @param seconds the window second by second, where the offered rate changes
 * @param capacity the arm's capacity, which was searched in this scenario or of which its load is a share
 * @param invalid as {@code offered}, of an arm without a valid trial: shown, not judged
 */
public record ArmLoad(
        List<OfferedReport> offered,
        List<SecondReport> seconds,
        Optional<CapacityReport> capacity,
        List<OfferedReport> invalid) {
    /** Of a load that is not open. */
    public static final ArmLoad NONE = new ArmLoad(List.of(), List.of(), Optional.empty(), List.of());

    /**
     * The units of a class of work that were offered in the window; medians over the valid trials.
     *
     * @param perSecond how many units arrived, were done and were answered in time
     * @param backlog units that had arrived and were not done at the end
     * @param lagMillis how late the generator was, 99th percentile
     * @param sustained whether the model kept up with the rate, by all trials together
     */
    public record OfferedReport(
            String workClass, OfferedRates perSecond, double backlog, double lagMillis, boolean sustained) {}

    /**
     * Units per second.
     *
     * @param timedOut units that the client gave up
     */
    public record OfferedRates(double offered, double done, double inTime, double timedOut) {
        /** The share of the offered units that was done. */
        public double ratio() {
            return offered == 0 ? 1 : done / offered;
        }
    }

    /**
     * One second of the window, all classes together; medians over the valid trials.
     *
     * @param second from 1
     * @param inFlight at its end
     */
    public record SecondReport(int second, double offered, double done, double inFlight, SecondTimes times) {}

    /** Response times of the units that arrived in a second, in milliseconds; of several classes the longest. */
    public record SecondTimes(double p50Millis, double p99Millis) {}

    /**
     * A capacity.
     *
     * @param found the rates that were found
     * @param offered the rate of the trials, as a share of the capacity; empty where the scenario asks for the capacity
     * @param remark why there is no capacity, or why the search ended early
     * @param probes of one search; of several the one whose capacity is the median
     * @param promise what the promise names: {@code p99 of task}; empty without one
     */
    public record CapacityReport(
            FoundRates found,
            Optional<Double> offered,
            Optional<String> remark,
            List<ProbeReport> probes,
            Optional<String> promise) {}

    /**
     * In units per second.
     *
     * @param sustained the highest rate that was sustained
     * @param promised the highest rate at which the promise held
     */
    public record FoundRates(Optional<Double> sustained, Optional<Double> promised) {}

    /**
     * The open load at one rate.
     *
     * @param promisedMillis the percentile that the promise names
     */
    public record ProbeReport(double rate, long offered, long done, long backlog, Optional<Double> promisedMillis) {}
}
