package dev.joust.compare;

import dev.joust.compare.machine.ContextSwitches;
import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.IoCalls;
import dev.joust.compare.machine.MemoryUse;
import dev.joust.compare.machine.OpenHandles;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.session.Result;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Counts;
import dev.joust.trial.Measurement.Failures;
import dev.joust.trial.Measurement.Latencies;
import dev.joust.trial.Measurement.ModelInfo;
import dev.joust.trial.Measurement.Totals;
import dev.joust.trial.Measurement.Window;
import dev.joust.trial.TrialId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * Builds a trial of a scenario whose only class of work is {@code task}.
 *
 * @param seconds the window
 * @param units done in the window
 * @param inFlight as the scenario says
 * @param responseNanos of the i-th unit
 * @param flaws what is wrong with it
 */
public record SampleTrial(double seconds, int units, int inFlight, LongUnaryOperator responseNanos, Flaws flaws)
        implements SampleResult {
    public static final Disturbance QUIET = new Disturbance(
            Optional.of(0.0), Optional.of(0.01), Optional.of(90_000L), Optional.of(400_000L), Optional.of(100_000L));

    /** Beside a foreign process of one core. */
    public static final Disturbance BUSY = new Disturbance(
            Optional.of(0.0), Optional.of(0.97), Optional.of(80_000L), Optional.of(500_000L), Optional.of(100_000L));

    /**
     * What is wrong with a trial.
     *
     * @param unfinished units that had waited for {@link #UNFINISHED_NANOS} when it ended
     */
    record Flaws(boolean steady, int wrong, boolean measuredOutside, boolean failed, int unfinished) {}

    static final long UNFINISHED_NANOS = 1_100_000_000;

    static final Flaws NONE = new Flaws(true, 0, true, false, 0);

    /** A batch of four units that are done at equal intervals. */
    public static SampleTrial batch(double seconds) {
        return new SampleTrial(seconds, 4, 4, i -> (long) (seconds * 1e9 * (i + 1) / 4), NONE);
    }

    /** A closed load for one second, with response times that fit the number in flight. */
    public static SampleTrial closed(int units, int inFlight) {
        long mean = 1_000_000_000L * inFlight / Math.max(1, units);
        return new SampleTrial(1, units, inFlight, i -> i % 50 == 0 ? 3 * mean : mean * (90 + i % 20) / 100, NONE);
    }

    SampleTrial nonSteady() {
        return new SampleTrial(seconds, units, inFlight, responseNanos, new Flaws(false, 0, true, false, 0));
    }

    public SampleTrial wrong(int answers) {
        return new SampleTrial(seconds, units, inFlight, responseNanos, new Flaws(true, answers, true, false, 0));
    }

    SampleTrial withoutResourceUsage() {
        return new SampleTrial(seconds, units, inFlight, responseNanos, new Flaws(true, 0, false, false, 0));
    }

    public SampleTrial failed() {
        return new SampleTrial(seconds, units, inFlight, responseNanos, new Flaws(true, 0, true, true, 0));
    }

    public SampleTrial unfinished(int number) {
        return new SampleTrial(seconds, units, inFlight, responseNanos, new Flaws(true, 0, true, false, number));
    }

    public SampleTrial answeringIn(LongUnaryOperator nanos) {
        return new SampleTrial(seconds, units, inFlight, nanos, flaws);
    }

    @Override
    public Result of(TrialId id, Ceiling ceiling) {
        if (flaws.failed()) {
            return new Result(
                    Result.FORMAT,
                    id,
                    Optional.empty(),
                    Optional.of(new Result.Failure("it was killed by signal 9", "")),
                    new Result.Outside(Optional.empty(), 10, Optional.empty(), Optional.empty(), QUIET));
        }
        var measurement = new Measurement(
                id,
                new ModelInfo(id.arm(), "Temurin 25.0.3+9", 256, ceiling),
                new Window((long) (seconds * 1e9), flaws.steady(), List.of(), List.of(), Optional.empty()),
                Map.of("task", task()),
                new Totals(0, 0, Optional.empty(), flaws.measuredOutside() ? Map.of("lock-handovers", 12.0) : Map.of()),
                Optional.empty());
        return new Result(
                Result.FORMAT,
                id,
                Optional.of(measurement),
                Optional.empty(),
                new Result.Outside(
                        flaws.measuredOutside() ? Optional.of(310.5) : Optional.empty(),
                        seconds * 1e3 + 400,
                        flaws.measuredOutside() ? Optional.of(resourceUsage(seconds)) : Optional.empty(),
                        Optional.empty(),
                        QUIET));
    }

    private ClassResult task() {
        var response = Histograms.empty();
        var service = Histograms.empty();
        for (int i = 0; i < units; i++) {
            long nanos = responseNanos.applyAsLong(i);
            response.recordValue(nanos);
            service.recordValue(nanos * 4 / 5);
        }
        response.recordValueWithCount(UNFINISHED_NANOS, flaws.unfinished());
        return new ClassResult(
                inFlight,
                new Counts(units, units, flaws.unfinished(), new Failures(0, flaws.wrong(), List.of())),
                new Latencies(encoded(response), encoded(service), 20_000, Optional.empty()),
                "00",
                Optional.of(
                        new Measurement.Censored(flaws.unfinished(), flaws.unfinished() > 0 ? UNFINISHED_NANOS : 0)),
                Optional.empty());
    }

    static ResourceUsage resourceUsage(double seconds) {
        return new ResourceUsage(
                new ResourceUsage.CpuSeconds(1.8 * seconds, Optional.of(1.7 * seconds), Optional.of(0.1 * seconds)),
                Optional.of(new ContextSwitches(1234, 56)),
                Optional.of(new IoCalls(300, 100)),
                new MemoryUse(Optional.of(90L << 20), Optional.of(120L << 20), Optional.empty()),
                Optional.empty(),
                new ResourceUsage.TreeSize(1, new OpenHandles(19, Optional.of(7), Optional.of(40))),
                new ResourceUsage.TreeChanges(0, 0, 0, Optional.of(0.0)));
    }

    /** The result of the same trial beside this disturbance. */
    public static Result beside(Result result, Disturbance disturbance) {
        var outside = result.outside();
        return new Result(
                result.format(),
                result.id(),
                result.measurement(),
                result.failure(),
                new Result.Outside(
                        outside.startUpMillis(),
                        outside.wallMillis(),
                        outside.resourceUsage(),
                        outside.service(),
                        disturbance));
    }

    /** A histogram of one value, in its text form. */
    public static String histogram(long nanos) {
        var histogram = Histograms.empty();
        histogram.recordValue(nanos);
        return encoded(histogram);
    }

    static String encoded(Histogram histogram) {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
