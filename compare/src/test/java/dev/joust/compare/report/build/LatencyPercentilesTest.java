package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleTrial;
import dev.joust.compare.report.LatencyReport;
import dev.joust.compare.report.LatencyReport.PercentileReport;
import dev.joust.compare.report.LatencyReport.SpectrumPoint;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class LatencyPercentilesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void percentilesAreReadFromTheMergedHistogramAndNotAveraged() {
        // 9,000 units of 1 ms and 3,000 of 101 ms: the mean of the two medians would be 51 ms, of the two p90 as well
        var latency =
                LatencyPercentiles.latency("task", List.of(trial(9_000, i -> MILLI), trial(3_000, i -> 101 * MILLI)));

        assertThat(latency.response().units()).isEqualTo(12_000);
        assertThat(latency.response().percentiles().p50().millis().orElseThrow())
                .isCloseTo(1, within(0.01));
        assertThat(latency.response().percentiles().p90().millis().orElseThrow())
                .isCloseTo(101, within(0.2));
    }

    @Test
    void theNinetyNinthIsWithheldBelowTenThousandUnits() {
        assertThat(latency(9_999).response().percentiles().p99().millis()).isEmpty();
        assertThat(latency(10_000).response().percentiles().p99().millis()).isPresent();
    }

    @Test
    void severalTrialsTogetherHaveEnoughUnits() {
        List<ClassResult> trials = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            trials.add(trial(2_000, unit -> MILLI));
        }

        assertThat(LatencyPercentiles.latency("task", trials)
                        .response()
                        .percentiles()
                        .p99()
                        .millis())
                .isPresent();
    }

    @Test
    void threeNinesNeedAHundredThousandUnits() {
        assertThat(latency(99_999).response().percentiles().p999().millis()).isEmpty();
        assertThat(latency(100_000).response().percentiles().p999().millis()).isPresent();
    }

    @Test
    void theCurveEndsWhereThePercentilesDo() {
        assertThat(latency(999).response().spectrum()).isEmpty();
        assertThat(latency(9_999).response().spectrum())
                .extracting(SpectrumPoint::percentile)
                .allSatisfy(percentile -> assertThat(percentile).isLessThan(99));
        assertThat(latency(10_000).response().spectrum().getLast().percentile()).isCloseTo(99, within(1e-9));
    }

    @Test
    void withoutUnitsThereIsNoPercentile() {
        assertThat(LatencyPercentiles.latency("task", List.of())
                        .response()
                        .percentiles()
                        .p50()
                        .millis())
                .isEmpty();
    }

    @Test
    void aPercentileThatReachesUnfinishedUnitsIsALowerBound() {
        var late = SampleTrial.closed(800, 4).answeringIn(i -> MILLI).unfinished(200);
        var response = LatencyPercentiles.latency("task", List.of(task(late))).response();
        assertThat(response.units()).isEqualTo(1_000);
        assertThat(response.percentiles().p50()).matches(p50 -> !p50.atLeast());
        assertThat(response.percentiles().p90()).matches(PercentileReport::atLeast);
        assertThat(response.percentiles().p90().millis().orElseThrow()).isCloseTo(1_100, within(1.0));
        assertThat(response.spectrum())
                .filteredOn(SpectrumPoint::atLeast)
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.percentile()).isGreaterThan(80));
    }

    @Test
    void serviceTimesAreOfFinishedUnits() {
        var none = SampleTrial.closed(0, 4).unfinished(9);
        var latency = LatencyPercentiles.latency("task", List.of(task(none)));
        assertThat(latency.response().units()).isEqualTo(9);
        assertThat(latency.service().units()).isZero();
        assertThat(latency.service().percentiles().p50().millis()).isEmpty();
    }

    private static LatencyReport latency(int units) {
        return LatencyPercentiles.latency("task", List.of(trial(units, i -> MILLI + i)));
    }

    private static ClassResult trial(int units, LongUnaryOperator nanos) {
        return task(SampleTrial.closed(units, 4).answeringIn(nanos));
    }

    private static ClassResult task(SampleTrial trial) {
        return trial.of(new TrialId("made-up", "any", "any", 1, 1), new Ceiling(1, 1))
                .measurement()
                .orElseThrow()
                .classes()
                .get("task");
    }
}
