package dev.joust.compare.session;

import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.trial.Measurement;
import dev.joust.trial.TrialId;
import java.util.Optional;

/**
 * One line of {@code results.jsonl}: what became of one trial.
 *
 * @param format the version of this format
 * @param measurement what the trial said; empty when it failed
 * @param failure why it yielded nothing
 * @param outside what was seen from outside
 */
public record Result(
        int format, TrialId id, Optional<Measurement> measurement, Optional<Failure> failure, Outside outside) {
    /** The format that is written; older ones are refused, never guessed at. */
    public static final int FORMAT = 5;

    /**
     * Why a trial yielded nothing.
     *
     * @param reason one sentence
     * @param log the tail of its standard error
     */
    public record Failure(String reason, String log) {}

    /**
     * What was seen from outside.
     *
     * @param startUpMillis from the start of the process to its first right answer
     * @param wallMillis of the whole trial, from the start of the process to its end
     * @param resourceUsage the resources between the marks of the window
     * @param service what the service counted during the trial, where it was asked
     * @param disturbance what else the machine did meanwhile
     */
    public record Outside(
            Optional<Double> startUpMillis,
            double wallMillis,
            Optional<ResourceUsage> resourceUsage,
            Optional<ServiceCounts> service,
            Disturbance disturbance) {}

    /** What the service counted. */
    public record ServiceCounts(long calls, long streams, long bytes, long connections, long open) {}
}
