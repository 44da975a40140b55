package dev.joust.compare.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.SessionStatus;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Activity;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement;
import dev.joust.trial.TrialId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From results to a cause, and when none is named. */
final class CauseFinderTest {
    private static final String ARM = "gil-threads";

    private final Scenario calls = SampleScenarios.closed("calls", 16, Quantity.THROUGHPUT, List.of(ARM));

    /** 1,000 units per second, 16 in flight: 16 ms each for a call of 1 ms; CPU 1.8 of 2 cores. */
    @Test
    void theFiguresComeFromTheTrialAndFromOutside() {
        var figures = read(calls, SampleTrial.closed(1_000, 16), Map.of());
        assertThat(figures.get(CauseFigure.RESPONSE)).isBetween(15.5, 16.8);
        assertThat(figures.values())
                .containsEntry(CauseFigure.WAITS, 1.0)
                .containsEntry(CauseFigure.OWN_CPU, 0.0)
                .containsEntry(CauseFigure.RETURNS, 1.0)
                .containsEntry(CauseFigure.RATE, 1_000.0)
                .containsEntry(CauseFigure.UNFINISHED, 0.0)
                .containsEntry(CauseFigure.IN_FLIGHT, 16.0)
                .containsEntry(CauseFigure.SLOTS, 256.0)
                .containsEntry(CauseFigure.COMPUTING, 1.0)
                .containsEntry(CauseFigure.CORES, 2.0)
                .containsEntry(CauseFigure.CPU, 1.8)
                .containsEntry(CauseFigure.MONITORS, 0.0)
                .doesNotContainKeys(CauseFigure.LOCK_HELD, CauseFigure.LOOP_BUSY, CauseFigure.HANDOVER_SHARE);
    }

    @Test
    void theMonitorStepsOfEachClassAreCounted() {
        var section = new Step.Monitor(Duration.ofMillis(1));
        var work = new Workload(
                List.of(
                        new WorkClass("task", 1, List.of(section, new Step.Sleep(Duration.ofMillis(1)))),
                        new WorkClass("other", 1, List.of(section, section))),
                new Load.Batch(new Load.Count(4, false)));
        var contended = new Scenario(
                calls.name(),
                calls.question(),
                calls.statement(),
                work,
                calls.pod(),
                calls.arms(),
                calls.judging(),
                calls.point());
        assertThat(read(contended, SampleTrial.batch(1), Map.of()).get(CauseFigure.MONITORS))
                .isEqualTo(3);
    }

    @Test
    void theCountersOfTheWindowGiveThoseOfTheLockAndTheLoop() {
        var counters = Map.of(
                Activity.meanName(Activity.LOCK_HELD),
                0.98,
                Activity.meanName(Activity.LOCK_WAITING),
                7.0,
                "lock-interval-micros",
                5_000.0,
                Activity.meanName(Activity.LOOP_BUSY),
                0.25,
                Activity.longestName(Activity.LOOP_TURN),
                50.5);
        assertThat(read(calls, SampleTrial.closed(1_000, 16), counters).values())
                .containsEntry(CauseFigure.LOCK_HELD, 0.98)
                .containsEntry(CauseFigure.LOCK_WAITING, 7.0)
                .containsEntry(CauseFigure.LOCK_INTERVAL, 5.0)
                .containsEntry(CauseFigure.LOOP_BUSY, 0.25)
                .containsEntry(CauseFigure.LOOP_TURN, 50.5);
    }

    @Test
    void aCounterThatIsNoNumberIsNotKnown() {
        var counters = Map.of(Activity.meanName(Activity.LOCK_HELD), Double.NaN);
        assertThat(read(calls, SampleTrial.closed(1_000, 16), counters).known(CauseFigure.LOCK_HELD))
                .isFalse();
    }

    /** Four units that end at 0.25, 0.5, 0.75 and 1 s have been in flight for 2.5 s. */
    @Test
    void theMeanInFlightOfABatchFollowsFromItsResponseTimes() {
        var batch = SampleScenarios.batch("batch", "?", List.of(ARM));
        var figures = read(batch, SampleTrial.batch(1), Map.of());
        assertThat(figures.get(CauseFigure.IN_FLIGHT)).isBetween(2.49, 2.51);
        assertThat(figures.values()).containsEntry(CauseFigure.OWN_CPU, 150.0).containsEntry(CauseFigure.WAITS, 0.0);
        assertThat(figures.get(CauseFigure.HANDOVER_SHARE)).isBetween(19e-6, 21e-6);
    }

    @Test
    void thePercentileOfTheMetricIsTheResponseTime() {
        var median = SampleScenarios.closed("calls", 16, Quantity.RESPONSE_P50, List.of(ARM));
        var tail = SampleScenarios.closed("calls", 16, Quantity.RESPONSE_P99, List.of(ARM));
        var trial = SampleTrial.closed(1_000, 16);
        assertThat(read(tail, trial, Map.of()).get(CauseFigure.RESPONSE))
                .isGreaterThan(2.5 * read(median, trial, Map.of()).get(CauseFigure.RESPONSE));
    }

    @Test
    void whatTheServiceTookCountsWhereItIsLongerThanTheDelay() {
        assertThat(served(1_000, 4_500_000_000L).get(CauseFigure.WAITS)).isEqualTo(4.5);
        assertThat(served(1_000, 500_000_000L).get(CauseFigure.WAITS)).isEqualTo(1);
        assertThat(served(0, 0).get(CauseFigure.WAITS)).isEqualTo(1);
    }

    @Test
    void sixTrialsOfManyUnitsHaveACause() {
        assertThat(found(calls, 6, SampleTrial.closed(1_000, 16), SessionStatus.SOUND)
                        .kind())
                .isEqualTo(CauseKind.CPU);
    }

    @Test
    void twoTrialsAreTooFew() {
        assertThat(found(calls, 2, SampleTrial.closed(1_000, 16), SessionStatus.SOUND))
                .isEqualTo(Cause.notKnown("2 valid trials, at least 3 are needed", ""));
    }

    @Test
    void invalidTrialsDoNotCount() {
        assertThat(found(calls, 6, SampleTrial.closed(1_000, 16).wrong(1), SessionStatus.SOUND)
                        .because())
                .startsWith("0 valid trials");
    }

    @Test
    void nineteenUnitsAreTooFew() {
        var batch = SampleScenarios.batch("batch", "?", List.of(ARM));
        assertThat(found(batch, 4, SampleTrial.batch(1), SessionStatus.SOUND).because())
                .isEqualTo("16 units of task in all trials, at least 20 are needed");
        assertThat(found(batch, 5, SampleTrial.batch(1), SessionStatus.SOUND).kind())
                .isEqualTo(CauseKind.CPU);
    }

    @Test
    void aDisturbedMachineHasNoCause() {
        assertThat(found(calls, 6, SampleTrial.closed(1_000, 16), SessionStatus.DISTURBED))
                .isEqualTo(Cause.notKnown("the machine was disturbed", ""));
    }

    @Test
    void aMetricThatIsNoSpeedHasNoCause() {
        var cost = SampleScenarios.closed("calls", 16, Quantity.CPU_PER_UNIT, List.of(ARM));
        assertThat(found(cost, 6, SampleTrial.closed(1_000, 16), SessionStatus.SOUND)
                        .because())
                .isEqualTo("cpu-per-unit is no speed in a window");
    }

    private static Cause found(Scenario scenario, int blocks, SampleTrial trial, SessionStatus status) {
        ScenarioJudgement judged = new SessionFixture(Profile.QUICK)
                .with(scenario)
                .arm(ARM, blocks, block -> trial)
                .judgement()
                .scenarios()
                .getFirst();
        return new CauseFinder(judged.evidence(), status).of(Arm.of(ARM));
    }

    private static CauseFigures read(Scenario scenario, SampleTrial trial, Map<String, Double> counters) {
        return new CauseReader(scenario, Arm.of(ARM), 2).read(with(result(scenario, trial), counters));
    }

    private CauseFigures served(long requests, long nanos) {
        var result = result(calls, SampleTrial.closed(1_000, 16));
        var outside = result.outside();
        return new CauseReader(calls, Arm.of(ARM), 2)
                .read(new Result(
                        result.format(),
                        result.id(),
                        result.measurement(),
                        result.failure(),
                        new Result.Outside(
                                outside.startUpMillis(),
                                outside.wallMillis(),
                                outside.resourceUsage(),
                                Optional.of(new Result.ServiceCounts(requests, 0, 0, Optional.of(nanos), 16, 0)),
                                outside.disturbance())));
    }

    private static Result result(Scenario scenario, SampleTrial trial) {
        return trial.of(new TrialId("s", scenario.name(), ARM, 1, 1), new Ceiling(1, 16));
    }

    private static Result with(Result result, Map<String, Double> counters) {
        var measured = result.measurement().orElseThrow();
        var totals = measured.totals();
        return new Result(
                result.format(),
                result.id(),
                Optional.of(new Measurement(
                        measured.id(),
                        measured.model(),
                        measured.window(),
                        measured.classes(),
                        new Measurement.Totals(totals.calls(), totals.bytes(), totals.callingNanos(), counters),
                        measured.capacity())),
                result.failure(),
                result.outside());
    }
}
