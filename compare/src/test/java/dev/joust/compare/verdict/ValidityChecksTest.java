package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleTrial;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.compare.session.ServiceRoundTrip;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Counts;
import dev.joust.trial.Measurement.Failures;
import dev.joust.trial.Measurement.Latencies;
import dev.joust.trial.Measurement.ModelInfo;
import dev.joust.trial.Measurement.Totals;
import dev.joust.trial.Measurement.Window;
import dev.joust.trial.TrialId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each validity check, on a trial that passes all others. */
final class ValidityChecksTest {
    private static final Failures NONE = new Failures(0, 0, List.of());

    private double drift = 1;

    private final ValidityChecks calls = new ValidityChecks(
            scenario(
                    new Step.Call(Duration.ofMillis(100), 128),
                    new Load.Closed(Map.of("task", 10), Duration.ofSeconds(1))),
            2,
            (arm, kernel) -> 1);
    private final ValidityChecks batch = new ValidityChecks(
            scenario(new Step.Compute(Kernel.MIX, Duration.ofMillis(100)), new Load.Batch(new Load.Count(4, false))),
            2,
            (arm, kernel) -> drift);

    @Test
    void aGoodTrialPasses() {
        assertThat(calls.failedBy(closed(98, NONE, 100_000))).isEmpty();
        assertThat(batch.failedBy(batchOf(0.21, 2))).isEmpty();
    }

    @Test
    void aFailedUnitIsNamedWithItsReason() {
        assertThat(calls.failedBy(closed(98, new Failures(3, 0, List.of("refused")), 100_000)))
                .containsExactly("failed units: 3 of task, [refused]");
    }

    @Test
    void aFastWrongAnswerIsNoAnswer() {
        assertThat(calls.failedBy(closed(98, new Failures(0, 1, List.of()), 100_000)))
                .containsExactly("wrong answers: 1 of 98 of task");
    }

    @Test
    void aTrialThatDidNothingIsNotAFastOne() {
        assertThat(calls.failedBy(closed(0, NONE, 100_000)))
                .containsExactly("nothing done: no unit of task was done in the window");
    }

    @Test
    void aLateGeneratorIsNotTheModelsLatency() {
        assertThat(calls.failedBy(closed(98, NONE, 200_000_000)))
                .singleElement()
                .asString()
                .startsWith("schedule lag of class 'task': p99 200.0 ms, above its median service time 100.0 ms");
    }

    @Test
    void waitsHaveNoTolerance() {
        assertThat(calls.failedBy(closed(100, NONE, 100_000))).isEmpty();
        assertThat(calls.failedBy(closed(101, NONE, 100_000)))
                .containsExactly("analytic limit: 101.0 units/s of task, but by arithmetic at most 100.0");
    }

    @Test
    void unitsBegunBeforeTheWindowAreNotCounted() {
        assertThat(calls.failedBy(trial(1, new Counts(110, 110, 0, NONE), 100_000, Optional.of(100L), 4)))
                .isEmpty();
        assertThat(calls.failedBy(trial(1, new Counts(102, 102, 0, NONE), 100_000, Optional.of(102L), 4)))
                .hasSize(1);
    }

    @Test
    void anOlderSessionDidNotCountThemSoAsManyAsAreInFlightAreLeftOut() {
        assertThat(calls.failedBy(trial(1, new Counts(110, 110, 0, NONE), 100_000, Optional.empty(), 4)))
                .isEmpty();
        assertThat(calls.failedBy(trial(1, new Counts(111, 111, 0, NONE), 100_000, Optional.empty(), 4)))
                .hasSize(1);
    }

    @Test
    void calibratedWorkHasFifteenPercent() {
        assertThat(batch.failedBy(batchOf(0.175, 2))).isEmpty();
        assertThat(batch.failedBy(batchOf(0.173, 2))).hasSize(1);
    }

    @Test
    void onlyALimitThatRestsOnACalibrationCanBeDoubted() {
        assertThat(batch.doubtsCalibration(batchOf(0.15, 2))).isTrue();
        assertThat(batch.doubtsCalibration(batchOf(0.2, 2))).isFalse();
        assertThat(calls.doubtsCalibration(closed(130, NONE, 100_000))).isFalse();
    }

    @Test
    void theAnalyticLimitIsThatOfTheFastestCalibration() {
        drift = 0.7;
        assertThat(batch.failedBy(batchOf(0.15, 2))).isEmpty();
        assertThat(batch.efficiency(batchOf(0.2, 2))).isCloseTo(0.7, within(1e-9));
        drift = 0.9;
        assertThat(batch.failedBy(batchOf(0.15, 2)))
                .containsExactly("analytic limit: done in 0.150 s, but by arithmetic it takes at least 0.180 s");
    }

    @Test
    void moreThanArithmeticAllowsIsBroken() {
        assertThat(calls.failedBy(closed(130, NONE, 100_000)))
                .containsExactly("analytic limit: 130.0 units/s of task, but by arithmetic at most 100.0");
        assertThat(batch.failedBy(batchOf(0.15, 2)))
                .containsExactly("analytic limit: done in 0.150 s, but by arithmetic it takes at least 0.200 s");
        assertThat(batch.failedBy(batchOf(0.21, 1)))
                .containsExactly("analytic limit: done in 0.210 s, but by arithmetic it takes at least 0.400 s");
    }

    @Test
    void theServicesCountsMustAgree() {
        var seen = closed(98, NONE, 100_000);
        assertThat(calls.failedBy(counted(seen, 98, 98 * 128))).isEmpty();
        assertThat(calls.failedBy(counted(seen, 99, 98 * 128)))
                .containsExactly(
                        "counts: the service answered 99 requests with 12544 bytes, the trial read 98 with 12544");
        assertThat(calls.failedBy(counted(seen, 98, 1))).hasSize(1);
    }

    @Test
    void theServiceMayAnswerMoreWhereUnitsAreUnfinished() {
        var result = trial(1, new Counts(90, 90, 8, NONE), 100_000, Optional.of(80L), 4);
        assertThat(calls.failedBy(counted(result, 95, 95 * 128))).isEmpty();
        assertThat(calls.failedBy(counted(result, 80, 95 * 128))).hasSize(1);
    }

    @Test
    void efficiencyIsTheShareOfTheLimit() {
        assertThat(calls.efficiency(closed(95, NONE, 1))).isEqualTo(0.95);
        assertThat(batch.efficiency(batchOf(0.25, 2))).isEqualTo(0.8);
    }

    @Test
    void theLimitUnderAQuotaAllowsOneQuotaMore() {
        var half = new ValidityChecks(
                batch.scenario().in(new Pod(Optional.of(0.5), Optional.empty())), 2, (arm, kernel) -> 1);
        // 400 ms of CPU on half a core take 800 ms. The first quota may be granted at once.
        assertThat(half.failedBy(inPod(0.71))).isEmpty();
        assertThat(half.failedBy(inPod(0.6)))
                .containsExactly("analytic limit: done in 0.600 s, but by arithmetic it takes at least 0.700 s");
        assertThat(half.efficiency(inPod(1))).isEqualTo(0.8);
    }

    private static Scenario scenario(Step step, Load load) {
        var quantity = load instanceof Load.Batch ? Metric.Quantity.MAKESPAN : Metric.Quantity.THROUGHPUT;
        return new Scenario(
                "tasks",
                "?",
                Optional.empty(),
                new Workload(List.of(new WorkClass("task", 1, List.of(step))), load),
                Optional.empty(),
                List.of(Arm.of("model")),
                new Scenario.Judging(new Metric(quantity, Optional.empty()), List.of(), Optional.empty()),
                Optional.empty());
    }

    private static Result closed(long done, Failures failures, long lag) {
        return trial(1, new Counts(done, done, 0, failures), lag, Optional.of(done), 4);
    }

    /** Of 100 ms per call and 10 in flight 95 units are the most that 105 ms per unit allow. */
    @Test
    void theLimitOfADistantServiceCountsTheRoundTrip() {
        var near = closed(98, NONE, 100_000);
        assertThat(calls.failedBy(away(near, 0.4))).isEmpty();
        assertThat(calls.failedBy(away(near, 5.5)))
                .containsExactly("analytic limit: 98.0 units/s of task, but by arithmetic at most 95.2");
        assertThat(calls.efficiency(near)).isEqualTo(0.98, within(1e-9));
        assertThat(calls.efficiency(away(near, 5.5))).isEqualTo(0.98 * 1.05, within(1e-9));
        assertThat(batch.failedBy(away(batchOf(0.21, 2), 500))).isEmpty();
    }

    private static Result away(Result result, double millis) {
        var way = ServiceRoundTrip.of(Math.round(millis * 1e6));
        return result.with(new RoundTrips(way, way));
    }

    private static Result inPod(double seconds) {
        return batchOf(seconds, 1);
    }

    private static Result batchOf(double seconds, int computing) {
        return trial(seconds, new Counts(4, 4, 0, NONE), 1_000, Optional.of(4L), computing);
    }

    private static Result trial(double seconds, Counts counts, long lag, Optional<Long> doneWithin, int computing) {
        var service = SampleTrial.histogram(100_000_000);
        var units = new ClassResult(
                10, counts, new Latencies(service, service, lag, doneWithin), "00", Optional.empty(), Optional.empty());
        var measurement = new Measurement(
                new TrialId("s", "tasks", "model", 1, 1),
                new ModelInfo("model", "JVM", 10, new Ceiling(computing, 10)),
                new Window(Math.round(seconds * 1e9), true, List.of(), List.of(), Optional.empty()),
                Map.of("task", units),
                new Totals(counts.answered(), counts.answered() * 128, Optional.empty(), Map.of()),
                Optional.empty());
        return new Result(
                Result.FORMAT,
                measurement.id(),
                Optional.of(measurement),
                Optional.empty(),
                new Result.Outside(Optional.empty(), 1, Optional.empty(), Optional.empty(), SampleTrial.QUIET));
    }

    private static Result counted(Result result, long calls, long bytes) {
        var counts = new Result.ServiceCounts(calls, 0, bytes, Optional.empty(), 1, 1);
        var outside = new Result.Outside(Optional.empty(), 1, Optional.empty(), Optional.of(counts), SampleTrial.QUIET);
        return new Result(Result.FORMAT, result.id(), result.measurement(), result.failure(), outside);
    }
}
