package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class AnalysisTest {
    private static final long MILLI = 1_000_000;

    private final TaskBody body = new TaskBody(new Calibration(Map.of("mix", 10.0)), Path.of("unused"));
    private final WorkClass type = new WorkClass("w", 1, List.of(new Step.Compute(Kernel.MIX, Duration.ofMillis(1))));
    private final Oracle oracle = new Oracle(body);
    private final Analysis analysis =
            new Analysis(oracle, new MeasuredWindow(100 * MILLI, 200 * MILLI, true, List.of()));
    private final Recorder recorder = new Recorder();

    @Test
    void responseIsFromIntendedAndServiceFromSent() {
        record(1, 110, 115, 120, true);
        var latencies = analysis.result(type, 1, recorder).latencies();
        assertThat(Histograms.decoded(latencies.response()).getMaxValue())
                .isCloseTo(10 * MILLI, Percentage.withPercentage(0.1));
        assertThat(Histograms.decoded(latencies.service()).getMaxValue())
                .isCloseTo(5 * MILLI, Percentage.withPercentage(0.1));
        assertThat(latencies.lagP99Nanos()).isCloseTo(5 * MILLI, Percentage.withPercentage(0.1));
    }

    @Test
    void aUnitCountsWhereItIsDoneAndItsLatencyWhereItIsIntended() {
        record(1, 90, 90, 110, true); // straddles the start
        record(2, 120, 120, 130, true);
        record(3, 190, 190, 250, true); // straddles the end
        record(4, 10, 10, 20, true); // warm-up
        record(5, 100, 100, 200, true); // fills the window
        var result = analysis.result(type, 2, recorder);
        assertThat(result.counts().done()).isEqualTo(3);
        assertThat(result.counts().answered()).isEqualTo(5);
        assertThat(result.latencies().doneWithin()).hasValue(2L);
        var response = Histograms.decoded(result.latencies().response());
        assertThat(response.getTotalCount()).isEqualTo(3);
        assertThat(response.getMaxValue()).isCloseTo(100 * MILLI, Percentage.withPercentage(0.1));
    }

    @Test
    void theTimeOfUnitsThatCallRunsFromSentToDone() {
        recorder.record(completion(1, new Outcome.Done(0, 2, 256), 110, 115, 120));
        recorder.record(completion(2, new Outcome.Done(0, 1, 128), 110, 112, 250));
        recorder.record(completion(3, new Outcome.Done(0, 0, 0), 110, 115, 120)); // calls nothing
        recorder.record(completion(4, new Outcome.Failed("refused"), 110, 115, 120));
        assertThat(recorder.callingNanos()).isEqualTo((5 + 138) * MILLI);
    }

    @Test
    void anUnfinishedUnitCountsWithTheTimeThatItHasWaited() {
        recordUnfinished(150);
        var result = analysis.result(type, 1, recorder);
        assertThat(result.counts().unfinished()).isEqualTo(1);
        assertThat(Histograms.decoded(result.latencies().response()).getMaxValue())
                .isCloseTo(80 * MILLI, Percentage.withPercentage(0.1));
    }

    @Test
    void onlyUnitsIntendedWithinTheWindowAreCensoredWithTheLeastTimeThatOneWaited() {
        record(1, 110, 110, 120, true);
        recordUnfinished(150);
        recordUnfinished(190);
        recordUnfinished(90);
        var result = analysis.result(type, 1, recorder);
        assertThat(result.censored()).contains(new Measurement.Censored(2, 40 * MILLI));
        assertThat(Histograms.decoded(result.latencies().response()).getTotalCount())
                .isEqualTo(3);
    }

    @Test
    void nothingIsCensoredWhereEveryUnitIsDone() {
        assertThat(analysis.result(type, 1, recorder).censored()).contains(new Measurement.Censored(0, 0));
    }

    @Test
    void aFastWrongAnswerIsWrong() {
        record(1, 110, 110, 120, true);
        record(2, 110, 110, 111, false);
        assertThat(analysis.result(type, 2, recorder).counts().failures().wrong())
                .isEqualTo(1);
    }

    @Test
    void theSumOfAnswersDoesNotDependOnTheirOrder() {
        var other = new Recorder();
        record(1, 110, 110, 120, true);
        record(2, 110, 110, 130, true);
        var first = recorder;
        other.record(completion(2, 110, 110, 115, true));
        other.record(completion(1, 110, 110, 150, true));
        assertThat(analysis.result(type, 2, other).answers())
                .isEqualTo(analysis.result(type, 2, first).answers());
    }

    @Test
    void theSeriesCountsEachTenthOfTheWindow() {
        record(1, 100, 100, 101, true);
        record(2, 100, 100, 109, true);
        record(3, 100, 100, 155, true);
        record(4, 100, 100, 200, true);
        assertThat(analysis.series(List.of(recorder))).containsExactly(2L, 0L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 1L);
    }

    @Test
    void anOracleGivesARepeatedKernelTheSameDigest() {
        long even = oracle.digest(work(2));
        assertThat(oracle.digest(work(2))).isEqualTo(even);
        assertThat(oracle.digest(work(3))).isNotEqualTo(even);
    }

    @Test
    void aUnitThatTimesOutTakesTheTimeoutAndIsNotCensored() {
        record(1, 110, 110, 120, true);
        record(2, 110, 110, 180, true);
        recordUnfinished(150);
        var patient = new Analysis(oracle, new MeasuredWindow(100 * MILLI, 200 * MILLI, true, List.of()), 50 * MILLI);
        var result = patient.result(type, 0, recorder);
        assertThat(result.censored()).contains(new Measurement.Censored(0, 0));
        var response = Histograms.decoded(result.latencies().response());
        assertThat(response.getTotalCount()).isEqualTo(3);
        assertThat(response.getCountBetweenValues(50 * MILLI, 50 * MILLI)).isEqualTo(2);
        assertThat(response.getMaxValue()).isCloseTo(50 * MILLI, Percentage.withPercentage(0.1));
    }

    private void recordUnfinished(long intended) {
        recorder.recordUnfinished(new Completion.SentUnit(0, work(1), intended * MILLI, intended * MILLI), 230 * MILLI);
    }

    private void record(long seed, long intended, long sent, long done, boolean right) {
        recorder.record(completion(seed, intended, sent, done, right));
    }

    private Completion completion(long seed, long intended, long sent, long done, boolean right) {
        long digest = oracle.digest(work(seed)) + (right ? 0 : 1);
        return completion(seed, new Outcome.Done(digest, 0, 0), intended, sent, done);
    }

    private Completion completion(long seed, Outcome outcome, long intended, long sent, long done) {
        var unit = new Completion.SentUnit(0, work(seed), intended * MILLI, sent * MILLI);
        return new Completion(unit, done * MILLI, outcome);
    }

    private Work work(long seed) {
        return new Work("w", seed, type.steps());
    }
}
