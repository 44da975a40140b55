package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.CostFigure;
import dev.joust.compare.report.CostReport;
import dev.joust.compare.report.CostReport.CostRatio;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CostReportBuilderTest {

    /** A sample trial uses 1.8 cores of CPU time and 1,290 switches, so per unit it costs what its window lasts. */
    private static SessionFixture lab(Profile profile) {
        return ReportQueries.comparison(new SessionFixture(profile)).controls();
    }

    private static List<CostReport> costs(SessionFixture lab) {
        return new CostReportBuilder(new JudgedSession(lab.session(), lab.judgement(), List.of(), List.of())).costs();
    }

    private static CostReport cost(List<CostReport> costs, CostFigure figure) {
        return costs.stream()
                .filter(cost -> cost.scenario().equals("comparison") && cost.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void costsAreMediansAndRatiosBlockByBlock() {
        var cpu = cost(costs(lab(Profile.QUICK)), CostFigure.CPU_PER_UNIT);

        assertThat(cpu.median("processes").orElseThrow()).isCloseTo(1800 * 0.7 / 4, within(5.0));
        assertThat(cpu.times("gil-threads", "processes")).hasValueSatisfying(times -> {
            assertThat(times.ratio()).isCloseTo(1 / 0.7, within(1e-9));
            assertThat(times.blocks()).isEqualTo(6);
            assertThat(times.confidence()).isCloseTo(0.969, within(0.001));
        });
        assertThat(cpu.times("processes", "gil-threads").orElseThrow().high()).isCloseTo(0.7, within(1e-9));
        assertThat(cpu.least(List.of("gil-threads", "processes"))).contains("processes");
        assertThat(cpu.least(List.of("gil-threads", "another"))).contains("gil-threads");
        assertThat(cpu.times("processes", "another")).isEmpty();
    }

    @Test
    void aRatioSeenFromTheOtherSideHasItsEndsExchanged() {
        var ratio = new CostRatio("a", "b", new RatioReport(2, 1.6, 2.5, 0.969, 6));
        var cost = new CostReport("comparison", CostFigure.CPU_PER_UNIT, List.of(), List.of(ratio));
        assertThat(cost.times("b", "a")).contains(new RatioReport(0.5, 0.4, 0.625, 0.969, 6));
        assertThat(cost.times("a", "b")).contains(ratio.times());
    }

    @Test
    void thePeakStandsForTheMemoryWhereSharedPagesAreNotDivided() {
        var costs = costs(lab(Profile.QUICK));
        assertThat(cost(costs, CostFigure.MEMORY_PEAK).median("processes")).contains(120.0);
        assertThat(costs).extracting(CostReport::figure).doesNotContain(CostFigure.MEMORY_SHARED);
    }

    @Test
    void aScenarioOfSeveralMetricsHasItsCostsOnce() {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Beats(1.2), Quantity.CPU_PER_UNIT, 3);
        var lab = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("comparison", "?", List.of("processes", "gil-threads"), claim))
                .arm("processes", block -> SampleTrial.batch(0.7))
                .arm("gil-threads", block -> SampleTrial.batch(1));
        assertThat(costs(lab))
                .extracting(CostReport::figure)
                .containsExactly(
                        CostFigure.CPU_PER_UNIT,
                        CostFigure.MEMORY_PEAK,
                        CostFigure.SWITCHES_PER_UNIT,
                        CostFigure.START_TIME);
    }

    @Test
    void tooFewBlocksHaveNoRatioAndSmokeHasNoCosts() {
        var lab = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("comparison", "?", List.of("processes", "gil-threads")))
                .arm("processes", 3, block -> SampleTrial.batch(0.7))
                .arm("gil-threads", 3, block -> SampleTrial.batch(1));
        var cpu = cost(costs(lab), CostFigure.CPU_PER_UNIT);
        assertThat(cpu.median("processes")).isPresent();
        assertThat(cpu.ratios()).isEmpty();
        assertThat(costs(lab(Profile.SMOKE))).isEmpty();
    }
}
