package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * The generator proves itself: whoever stalls for a second, 1,000 units that arrive meanwhile must wait.
 *
 * <p>Units arrive every millisecond for 10 s and take 0.1 ms on one slot. A unit that arrives x after the start of a
 * stall of 1 s waits for the rest of it and for the 1,000 x units ahead: 1 s - 0.9 x. So a ninth of all response times
 * are spread evenly from 0 to 1 s, and the others are 0.1 ms.
 */
final class StallTest {
    private static final long SERVICE = VirtualTrial.MILLI / 10;
    private static final long STALL_STARTS = 4 * VirtualTrial.SECOND;
    private static final long STALL_ENDS = 5 * VirtualTrial.SECOND;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final double[] PERCENTILES = {50, 75, 88, 90, 95, 98, 99};

    @Test
    void aStalledServerIsSeenInTheResponseTimesOfAllUnitsThatArriveMeanwhile() throws InterruptedException {
        var clock = new VirtualClock();
        var trial = new VirtualTrial(clock, new QueueServer(clock, 1, () -> SERVICE, StallTest::afterTheStall));
        var driven = trial.drive(VirtualTrial.load(1_000, WINDOW, new Arrivals.Uniform()));
        assertClosedForm(trial.response(driven));
        assertThat(trial.result(driven).open().orElseThrow().seconds().get(4).inFlight())
                .isZero();
    }

    @Test
    void aStalledGeneratorIsSeenTheSameWay() throws InterruptedException {
        var clock = new VirtualClock(StallTest::afterTheStall);
        var trial = new VirtualTrial(clock, new QueueServer(clock, 1, () -> SERVICE));
        var driven = trial.drive(VirtualTrial.load(1_000, WINDOW, new Arrivals.Uniform()));
        assertClosedForm(trial.response(driven));
        assertThat(trial.result(driven).latencies().lagP99Nanos())
                .isCloseTo((long) (0.9 * VirtualTrial.SECOND), Percentage.withPercentage(2));
    }

    /** The control of this test: a closed load waits for the stalled server, so nothing arrives that could wait. */
    @Test
    void aClosedLoadDoesNotSeeTheStall() throws InterruptedException {
        var server = new QueueServer(new VirtualClock(), 1, () -> SERVICE, StallTest::afterTheStall);
        var model = new ScriptedModel[1];
        model[0] = new ScriptedModel(work -> {
            model[0].now = server.done(model[0].now);
            return CompletableFuture.completedStage(new Outcome.Done(work.seed(), 0, 0));
        });
        var recorder = new Recorder();
        var window = new Driver(model[0].clock(), model[0], Duration.ofSeconds(60))
                .closed(
                        new Load.Closed(Map.of(VirtualTrial.UNIT.name(), 1), WINDOW),
                        VirtualTrial.WARM_UP,
                        new UnitSequence(List.of(VirtualTrial.UNIT), 42),
                        List.of(recorder),
                        WindowListener.NONE);
        var oracle = new Oracle(new TaskBody(new Calibration(Map.of()), Path.of("unused")));
        var result = new Analysis(oracle, window).result(VirtualTrial.UNIT, 1, recorder);
        var response = Histograms.decoded(result.latencies().response());
        assertThat(response.getMaxValue()).isGreaterThanOrEqualTo(VirtualTrial.SECOND);
        assertThat(response.getTotalCount()).isGreaterThan(10_000);
        assertThat(response.getValueAtPercentile(99)).isLessThan((long) (0.01 * closedForm(99)));
    }

    private static void assertClosedForm(Histogram response) {
        assertThat(response.getTotalCount()).isEqualTo(10_000);
        for (double percentile : PERCENTILES) {
            assertThat((double) response.getValueAtPercentile(percentile))
                    .as("p%s", percentile)
                    .isCloseTo(closedForm(percentile), Percentage.withPercentage(2));
        }
    }

    private static double closedForm(double percentile) {
        double delayed = 1 / 0.9 / WINDOW.toSeconds();
        return SERVICE + VirtualTrial.SECOND * Math.max(0, (percentile / 100 - (1 - delayed)) / delayed);
    }

    private static long afterTheStall(long instant) {
        return instant >= STALL_STARTS && instant < STALL_ENDS ? STALL_ENDS : instant;
    }
}
