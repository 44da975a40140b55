package dev.joust.compare.session;

import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.trial.Measurement;
import dev.joust.trial.TrialId;
import java.util.Optional;

/**
 * One line of {@code results.jsonl}: the outcome of one trial.
 *
 * @param format the version of this format
 * @param measurement what the trial process measured; empty when the trial failed
 * @param failure why there is no measurement
 * @param outside what was observed from outside the trial process
 * @param host the name of the {@link ShardHost} that ran it, in a merged session
 */
public record Result(
        int format,
        TrialId id,
        Optional<Measurement> measurement,
        Optional<Failure> failure,
        Outside outside,
        Optional<String> host)
        implements SessionLine {
    /** The format that is written and read; any other is an error. */
    public static final int FORMAT = 5;

    /** Of a session that is not merged. */
    public Result(
            int format, TrialId id, Optional<Measurement> measurement, Optional<Failure> failure, Outside outside) {
        this(format, id, measurement, failure, outside, Optional.empty());
    }

    @Override
    public Result withHost(String name) {
        return new Result(format, id, measurement, failure, outside, Optional.of(name));
    }

    /** The same with the round trips to the service around the trial. */
    public Result with(RoundTrips roundTrips) {
        return new Result(format, id, measurement, failure, outside.with(roundTrips), host);
    }

    @Override
    public Result withoutHost() {
        return new Result(format, id, measurement, failure, outside);
    }

    /**
     * Why a trial has no measurement.
     *
     * @param reason one sentence
     * @param log the end of its standard error
     */
    public record Failure(String reason, String log) {}

    /**
     * What was observed from outside the trial process.
     *
     * @param startUpMillis from the start of the process to its first correct answer
     * @param wallMillis from the start of the process to its end
     * @param resourceUsage of the process tree, between the marks of the window
     * @param service what the service counted during the trial; empty when the trial calls no service
     * @param disturbance what else the machine did during the trial
     * @param roundTrips to a service that the user named; empty for one that Joust started, and in older sessions
     */
    public record Outside(
            Optional<Double> startUpMillis,
            double wallMillis,
            Optional<ResourceUsage> resourceUsage,
            Optional<ServiceCounts> service,
            Disturbance disturbance,
            Optional<RoundTrips> roundTrips) {

        /** Without round trips. */
        public Outside(
                Optional<Double> startUpMillis,
                double wallMillis,
                Optional<ResourceUsage> resourceUsage,
                Optional<ServiceCounts> service,
                Disturbance disturbance) {
            this(startUpMillis, wallMillis, resourceUsage, service, disturbance, Optional.empty());
        }

        private Outside with(RoundTrips measured) {
            return new Outside(startUpMillis, wallMillis, resourceUsage, service, disturbance, Optional.of(measured));
        }
    }

    /**
     * What the service counted. Older sessions lack {@code requestNanos}.
     *
     * @param bytes in the bodies that it sent
     * @param requestNanos the time from the arrival of a request to its answer, summed over all answers
     * @param connections opened during the trial
     * @param open connections open at its end
     */
    public record ServiceCounts(
            long calls, long streams, long bytes, Optional<Long> requestNanos, long connections, long open) {

        /** All requests. */
        public long answered() {
            return calls + streams;
        }
    }
}
