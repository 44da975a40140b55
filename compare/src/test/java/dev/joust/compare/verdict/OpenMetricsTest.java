package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The metrics of open loads and of searches for the capacity. */
final class OpenMetricsTest {
    private static final SampleOpenTrial STEADY = SampleOpenTrial.answering(2000, 10);

    @Test
    void goodputIsWhatIsAnsweredInTimePerSecond() {
        assertThat(value(Quantity.GOODPUT, STEADY.inTime(500))).isEqualTo(500);
        assertThat(value(Quantity.GOODPUT, STEADY.inTime(0))).isEqualTo(1);
    }

    @Test
    void rateRatioAndBacklogStayWhereTheRateIsNotSustained() {
        var behind = STEADY.backlog(260);
        assertThat(value(Quantity.RATE_RATIO, behind)).isEqualTo(0.87);
        assertThat(value(Quantity.BACKLOG, behind)).isEqualTo(260);
        assertThat(value(Quantity.BACKLOG, STEADY)).isEqualTo(1);
        assertThat(value(Quantity.THROUGHPUT, behind)).isEqualTo(1740);
        assertThat(value(Quantity.CPU_PER_UNIT, behind)).isEqualTo(1800.0 / 1740, within(1e-9));
    }

    @Test
    void theUnitsInFlightAtTheEndAreNoLackOfCapacity() {
        // 2,000 per second of 10 ms have 20 in flight, and 20 are one percent: 20 + 20 + 2 * sqrt(20)
        assertThat(sustained(STEADY.backlog(48))).isTrue();
        assertThat(sustained(STEADY.backlog(50))).isFalse();
        // 40 units per second of 60 ms: two in flight
        assertThat(sustained(SampleOpenTrial.answering(40, 60).backlog(2))).isTrue();
        assertThat(sustained(SampleOpenTrial.answering(40, 60).backlog(3))).isFalse();
    }

    @Test
    void aGrowingBacklogIsALackHoweverLongUnitsThenTake() {
        // 0.9 of the rate: units wait up to 100 ms longer
        assertThat(sustained(STEADY.answeringIn(i -> 10_000_000 + i * 50_000).backlog(200)))
                .isFalse();
    }

    @Test
    void aTrialThatEndsInTheMiddleOfALongUnitIsOneOfSeveral() {
        assertThat(sustained(STEADY.backlog(200))).isFalse();
        assertThat(sustained(STEADY.backlog(200), STEADY, STEADY, STEADY, STEADY, STEADY))
                .isTrue();
        assertThat(sustained(STEADY.backlog(200), STEADY.backlog(90), STEADY.backlog(90)))
                .isFalse();
    }

    @Test
    void aPercentileNeedsTenUnitsBeyondItInATrial() {
        assertThat(value(Quantity.RESPONSE_P99, SampleOpenTrial.answering(1000, 10)))
                .isPositive();
        assertThat(absence(Quantity.RESPONSE_P99, SampleOpenTrial.answering(999, 10)))
                .isEqualTo("response-p99 not available: it needs 1,000 units per trial, has 999");
        assertThat(absence(Quantity.RESPONSE_P99_9, SampleOpenTrial.answering(9999, 10)))
                .isEqualTo("response-p99.9 not available: it needs 10,000 units per trial, has 9,999");
    }

    @Test
    void recoveryEndsWithTheFirstSecondAfterWhichAllAreAsBefore() {
        long[] spike = {50, 50, 200, 200, 50, 50, 50, 50};
        assertThat(value(Quantity.RECOVERY, STEADY.seconds(spike, new long[] {10, 11, 90, 99, 80, 12, 40, 12})))
                .isEqualTo(4);
        assertThat(value(Quantity.RECOVERY, STEADY.seconds(spike, new long[] {10, 11, 90, 99, 12, 12, 12, 12})))
                .isEqualTo(1);
        assertThat(absence(Quantity.RECOVERY, STEADY.seconds(spike, new long[] {10, 11, 90, 99, 12, 12, 12, 13})))
                .isEqualTo("recovery is at least 4.000 s, because response times were not as before when the window"
                        + " ended");
    }

    @Test
    void aModelThatIsBehindBeforeThePeakRecoversToNothing() {
        long[] spike = {50, 50, 200, 50};
        long[] late = {1000, 1000, 1000, 1000};
        assertThat(value(Quantity.RECOVERY, STEADY.seconds(spike, late, new long[] {47, 48, 50, 50})))
                .isEqualTo(1);
        assertThat(absence(Quantity.RECOVERY, STEADY.seconds(spike, late, new long[] {30, 30, 30, 30})))
                .isEqualTo("recovery has no value: the rate before the peak is not sustained: 60.0 % of it was done"
                        + " before the peak");
    }

    @Test
    void withoutAPeakThereIsNoRecovery() {
        long[] times = {10, 10, 10};
        assertThat(absence(Quantity.RECOVERY, STEADY.seconds(new long[] {50, 60, 55}, times)))
                .isEqualTo("recovery not available: the offered rate has no peak");
        assertThat(absence(Quantity.RECOVERY, STEADY.seconds(new long[] {50, 60, 200}, times)))
                .isEqualTo("recovery not available: the window has no whole second before the peak and after it");
        assertThat(absence(Quantity.RECOVERY, STEADY)).contains("not available");
    }

    @Test
    void memoryIsThatOfTheWholeTreePerUnitInFlight() {
        double kilobytes = (90L << 20) / 1e3;
        assertThat(value(Quantity.MEMORY_PER_UNIT_IN_FLIGHT, STEADY.backlog(100)))
                .isEqualTo(kilobytes / 100);
        assertThat(MetricReader.of(
                        metric(Quantity.MEMORY_PER_UNIT_IN_FLIGHT),
                        SampleTrial.closed(100, 50).of(id(), ceiling())))
                .hasValue(kilobytes / 50);
        assertThat(absence(Quantity.MEMORY_PER_UNIT_IN_FLIGHT, STEADY))
                .endsWith("not available: no unit was in flight at the end of the window");
        assertThat(value(Quantity.MEMORY, STEADY)).isEqualTo((90L << 20) / 1e6);
    }

    @Test
    void aCapacityIsTheHighestSustainedRate() {
        assertThat(value(Quantity.CAPACITY, SampleOpenTrial.capacity(400))).isEqualTo(400);
        assertThat(absence(Quantity.SLO_CAPACITY, SampleOpenTrial.capacity(400)))
                .isEqualTo("slo-capacity has no value: not even 400.0 units/s kept the promise");
        var none = new CapacityResult(Optional.empty(), Optional.empty(), List.of(SampleOpenTrial.probe(1, 0)));
        assertThat(absence(Quantity.CAPACITY, SampleOpenTrial.searched(none)))
                .isEqualTo("capacity has no value: not even 1.000 units/s was sustained");
    }

    @Test
    void aCapacityAboveEveryRateThatWasTriedIsALowerBound() {
        var all = new CapacityResult(Optional.of(64.0), Optional.of(64.0), List.of(SampleOpenTrial.probe(64, 1)));
        assertThat(absence(Quantity.CAPACITY, SampleOpenTrial.searched(all)))
                .isEqualTo("capacity is at least 64.00 units/s, because the highest rate that was tried was sustained");
        assertThat(absence(Quantity.SLO_CAPACITY, SampleOpenTrial.searched(all)))
                .contains("at least 64.00");
    }

    @Test
    void otherLoadsHaveNoneOfThem() {
        var closed = SampleTrial.closed(2000, 4).of(id(), ceiling());
        for (var quantity : List.of(
                Quantity.GOODPUT, Quantity.RATE_RATIO, Quantity.BACKLOG, Quantity.RECOVERY, Quantity.CAPACITY)) {
            assertThat(MetricReader.absence(metric(quantity), closed)).isEqualTo(quantity.label() + " not available");
        }
    }

    private static double value(Quantity quantity, SampleOpenTrial trial) {
        return MetricReader.of(metric(quantity), result(trial)).orElseThrow();
    }

    private static String absence(Quantity quantity, SampleOpenTrial trial) {
        assertThat(MetricReader.of(metric(quantity), result(trial))).isEmpty();
        return MetricReader.absence(metric(quantity), result(trial));
    }

    private static boolean sustained(SampleOpenTrial... trials) {
        return OfferedUnits.together(Stream.of(trials)
                        .map(trial -> MetricReader.offered(metric(Quantity.RESPONSE_P50), result(trial))
                                .orElseThrow())
                        .toList())
                .sustained();
    }

    private static Metric metric(Quantity quantity) {
        return new Metric(quantity, Optional.empty());
    }

    private static Result result(SampleOpenTrial trial) {
        return trial.of(id(), ceiling());
    }

    private static Ceiling ceiling() {
        return new Ceiling(2, 200);
    }

    private static TrialId id() {
        return new TrialId("s", "shop", "model", 1, 1);
    }
}
