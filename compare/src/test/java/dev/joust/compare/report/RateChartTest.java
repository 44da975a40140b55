package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.RateChart.RateCurve;
import dev.joust.compare.report.RateChart.RatePoint;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.Measurement.RateProbe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RateChartTest {
    private static final List<String> ARMS = List.of("threads", "loop");

    /** The loop does not sustain 2,000 units per second, and no trial of 4,000 is valid. */
    private static Report sweep() {
        var session = new SessionFixture(Profile.QUICK);
        session.with(SampleSweeps.rate(1000, ARMS))
                .arm("threads", _ -> SampleOpenTrial.answering(1000, 10))
                .arm("loop", _ -> SampleOpenTrial.answering(1000, 20));
        session.with(SampleSweeps.rate(2000, ARMS))
                .arm("threads", _ -> SampleOpenTrial.answering(2000, 10))
                .arm("loop", _ -> SampleOpenTrial.answering(2000, 90).backlog(600));
        session.with(SampleSweeps.rate(4000, ARMS))
                .arm("threads", _ -> SampleOpenTrial.answering(4000, 12))
                .arm(
                        "loop",
                        _ -> SampleOpenTrial.answering(4000, 90).backlog(3000).stoppedBecause("it is far behind"));
        return session.controls().report();
    }

    @Test
    void aSweepOverTheRateShowsWhichRatesAnArmSustained() {
        var chart = ofSweep(sweep()).getFirst();
        assertThat(chart.what()).isEqualTo("task");
        assertThat(chart.time()).isEqualTo("p99 of task");
        var loop = curve(chart, "loop");
        assertThat(loop.points()).extracting(RatePoint::rate).containsExactly(1000.0, 2000.0, 4000.0);
        assertThat(loop.points()).extracting(RatePoint::done).containsExactly(1.0, 0.7, 0.25);
        assertThat(loop.points()).extracting(RatePoint::state).containsExactly("sustained", "not sustained", "invalid");
        assertThat(loop.points()).extracting(RatePoint::sustained).containsExactly(true, false, false);
        assertThat(loop.capacity()).contains(1000.0);
    }

    @Test
    void anArmThatSustainsEveryRateHasNoCapacityYet() {
        assertThat(curve(ofSweep(sweep()).getFirst(), "threads").capacity()).isEmpty();
    }

    @Test
    void aPercentileOfTooFewUnitsAndOneOfAnOverloadAreMissing() {
        var chart = ofSweep(sweep()).getFirst();
        assertThat(curve(chart, "threads").points().getFirst().time()).isEmpty();
        assertThat(curve(chart, "threads").points().get(1).time().orElseThrow().millis())
                .isCloseTo(10, within(0.1));
        assertThat(curve(chart, "loop").points())
                .allSatisfy(point -> assertThat(point.time()).isEmpty());
        assertThat(chart.table().rows())
                .contains(List.of("loop", "2,000", "70 %", "n/a", "not sustained"))
                .contains(List.of("loop", "4,000", "25 %", "n/a", "invalid"));
    }

    @Test
    void aSearchShowsEveryRateThatItTriedAndHollowThoseBeyondTheCapacity() {
        var report = searched(SampleOpenTrial.searched(new CapacityResult(
                Optional.of(100.0), Optional.of(90.0), List.of(probe(100, 100, 20), probe(200, 120, 900)))));
        var loop = curve(ofScenario(report), "loop");
        assertThat(loop.capacity()).contains(100.0);
        assertThat(loop.points())
                .containsExactly(
                        new RatePoint(100, 1, time(20), "within the capacity", true),
                        new RatePoint(200, 0.6, time(900), "beyond the capacity", false));
        assertThat(ofScenario(report).time()).isEqualTo("the promised percentile");
    }

    @Test
    void aSearchThatSustainedNothingHasHollowPointsAlone() {
        var report = searched(SampleOpenTrial.searched(
                new CapacityResult(Optional.empty(), Optional.empty(), List.of(probe(1, 0, 900)))));
        var loop = curve(ofScenario(report), "loop");
        assertThat(loop.capacity()).isEmpty();
        assertThat(loop.points())
                .allSatisfy(point -> assertThat(point.sustained()).isFalse());
    }

    @Test
    void otherSweepsAndLoadsHaveNoRates() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleSweeps.point("inFlight", 1, List.of("loop")))
                .arm("loop", _ -> SampleTrial.closed(100, 1))
                .controls()
                .report();
        assertThat(ofSweep(report)).isEmpty();
        assertThat(ChartData.of(report).views().rates()).isEmpty();
    }

    @Test
    void thePageHasTheFigureAndItsTable() {
        var page = new HtmlReport(sweep(), Optional.empty()).text();
        assertThat(page)
                .contains("<div id=\"sweep0-rate0\" class=\"plot\"", "\"rates\":[{\"id\":\"sweep0-rate0\"")
                .contains("Against the offered rate, task</span>");
        var search = new HtmlReport(searched(SampleOpenTrial.capacity(100)), Optional.empty()).text();
        assertThat(search).contains("<div id=\"s0-rate\"", "Against the offered rate, the search for the capacity");
    }

    private static Report searched(SampleOpenTrial trial) {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.capacity("limit", ARMS))
                .arm("threads", block -> SampleOpenTrial.capacity(400 + block))
                .arm("loop", _ -> trial)
                .controls()
                .report();
    }

    private static RateProbe probe(double rate, long done, long millis) {
        return new RateProbe(rate, Math.round(rate), done, Math.round(rate) - done, Optional.of(millis * 1_000_000));
    }

    private static Optional<RateChart.RateTime> time(double millis) {
        return Optional.of(new RateChart.RateTime(millis, false));
    }

    private static List<RateChart> ofSweep(Report report) {
        return RateChart.of("sweep0", report.scaling().sweeps().getFirst(), report);
    }

    private static RateChart ofScenario(Report report) {
        return RateChart.of("s0", report.scenarios().getFirst()).orElseThrow();
    }

    private static RateCurve curve(RateChart chart, String arm) {
        return chart.curves().stream()
                .filter(curve -> curve.arm().equals(arm))
                .findFirst()
                .orElseThrow();
    }
}
