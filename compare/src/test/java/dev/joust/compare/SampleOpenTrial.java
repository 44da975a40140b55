package dev.joust.compare;

import dev.joust.compare.session.Result;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Counts;
import dev.joust.trial.Measurement.Failures;
import dev.joust.trial.Measurement.Latencies;
import dev.joust.trial.Measurement.ModelInfo;
import dev.joust.trial.Measurement.OpenResult;
import dev.joust.trial.Measurement.Second;
import dev.joust.trial.Measurement.Totals;
import dev.joust.trial.Measurement.Window;
import dev.joust.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * Builds a trial of an open load for one second whose only class of work is {@code task}.
 *
 * @param responseNanos of the i-th unit
 * @param units what became of the offered units
 * @param stopped why the trial ended early
 * @param counters what the generator and the model counted
 * @param found by a search for the capacity
 */
public record SampleOpenTrial(
        LongUnaryOperator responseNanos,
        OpenResult units,
        Optional<String> stopped,
        Map<String, Double> counters,
        Optional<CapacityResult> found)
        implements SampleResult {

    /** Every unit is sent and done in time, after so many milliseconds. */
    public static SampleOpenTrial answering(int offered, double millis) {
        return new SampleOpenTrial(
                _ -> Math.round(millis * 1e6),
                new OpenResult(offered, offered, offered, 0, 0, List.of()),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /** A search that found this capacity, and that the next higher rate is too high. */
    public static SampleOpenTrial capacity(double sustained) {
        return searched(new CapacityResult(
                Optional.of(sustained),
                Optional.empty(),
                List.of(probe(sustained, 1), probe(2 * sustained, 0.6), probe(1.03 * sustained, 0.98))));
    }

    /** A search with this result; one that sustained no rate did nothing. */
    public static SampleOpenTrial searched(CapacityResult found) {
        int units = found.sustained().isPresent() ? 100 : 0;
        return new SampleOpenTrial(
                _ -> 10_000_000,
                new OpenResult(units, units, units, 0, 0, List.of()),
                Optional.empty(),
                Map.of(),
                Optional.of(found));
    }

    /** A probe of one second at a rate of which this share was done. */
    public static Measurement.RateProbe probe(double rate, double share) {
        long offered = Math.round(rate);
        long done = Math.round(offered * share);
        return new Measurement.RateProbe(rate, offered, done, offered - done, Optional.empty());
    }

    public SampleOpenTrial answeringIn(LongUnaryOperator nanos) {
        return new SampleOpenTrial(nanos, units, stopped, counters, found);
    }

    public SampleOpenTrial sent(long sent) {
        return with(new OpenResult(
                units.offered(), sent, units.inTime(), units.timedOut(), units.backlog(), units.seconds()));
    }

    public SampleOpenTrial inTime(long inTime) {
        return with(new OpenResult(
                units.offered(), units.sent(), inTime, units.timedOut(), units.backlog(), units.seconds()));
    }

    public SampleOpenTrial timedOut(long timedOut) {
        return with(new OpenResult(
                units.offered(), units.sent(), units.inTime(), timedOut, units.backlog(), units.seconds()));
    }

    /** So many of the offered units are not done at the end of the window. */
    public SampleOpenTrial backlog(long backlog) {
        return with(new OpenResult(
                units.offered(), units.sent(), units.inTime(), units.timedOut(), backlog, units.seconds()));
    }

    /** Second by second, from the offered units and the 99th percentile in milliseconds of each. */
    public SampleOpenTrial seconds(long[] offered, long[] p99Millis) {
        return seconds(offered, p99Millis, offered);
    }

    /** The same where so many units were done. */
    public SampleOpenTrial seconds(long[] offered, long[] p99Millis, long[] done) {
        var seconds = new ArrayList<Second>();
        for (int i = 0; i < offered.length; i++) {
            seconds.add(new Second(offered[i], done[i], 1, 1_000_000, p99Millis[i] * 1_000_000));
        }
        return with(new OpenResult(
                units.offered(), units.sent(), units.inTime(), units.timedOut(), units.backlog(), seconds));
    }

    public SampleOpenTrial stoppedBecause(String reason) {
        return new SampleOpenTrial(responseNanos, units, Optional.of(reason), counters, found);
    }

    public SampleOpenTrial counting(String counter, double value) {
        Map<String, Double> more = new TreeMap<>(counters);
        more.put(counter, value);
        return new SampleOpenTrial(responseNanos, units, stopped, more, found);
    }

    private SampleOpenTrial with(OpenResult others) {
        return new SampleOpenTrial(responseNanos, others, stopped, counters, found);
    }

    @Override
    public Result of(TrialId id, Ceiling ceiling) {
        long nanos = 1_000_000_000L * Math.max(1, units.seconds().size());
        var measurement = new Measurement(
                id,
                new ModelInfo(id.arm(), "Temurin 25.0.3+9", 200, ceiling),
                new Window(nanos, true, List.of(), List.of(), stopped),
                Map.of("task", task()),
                new Totals(0, 0, Optional.empty(), counters),
                found);
        var usage = SampleTrial.resourceUsage(nanos / 1e9);
        return new Result(
                Result.FORMAT,
                id,
                Optional.of(measurement),
                Optional.empty(),
                new Result.Outside(
                        Optional.of(310.5),
                        nanos / 1e6 + 400,
                        Optional.of(usage),
                        Optional.empty(),
                        SampleTrial.QUIET));
    }

    private ClassResult task() {
        long done = units.offered() - units.backlog();
        var response = Histograms.empty();
        for (int i = 0; i < units.offered(); i++) {
            response.recordValue(responseNanos.applyAsLong(i));
        }
        var encoded = SampleTrial.encoded(response);
        return new ClassResult(
                0,
                new Counts(done, units.offered(), 0, new Failures(0, 0, List.of())),
                new Latencies(encoded, encoded, 20_000, Optional.of(done)),
                "00",
                Optional.of(new Measurement.Censored(0, 0)),
                found.isPresent() ? Optional.empty() : Optional.of(units));
    }
}
