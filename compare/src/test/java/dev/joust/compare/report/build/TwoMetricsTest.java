package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.ChoiceTable;
import dev.joust.compare.report.HtmlReport;
import dev.joust.compare.report.JUnitReport;
import dev.joust.compare.report.ReadmeTable;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scenario whose claims name two metrics: calls per second, and CPU time per call. */
class TwoMetricsTest {
    private static final Report REPORT = new SessionFixture(Profile.QUICK)
            .with(SampleScenarios.closed(
                    "fast",
                    16,
                    Quantity.THROUGHPUT,
                    List.of("vertx-loop", "processes"),
                    SampleScenarios.claim("vertx-loop", "processes", new Beats(1.5), Quantity.THROUGHPUT, 9),
                    SampleScenarios.claim("vertx-loop", "processes", new Beats(1.5), Quantity.CPU_PER_UNIT, 11)))
            .arm("vertx-loop", block -> SampleTrial.closed(9000, 16))
            .arm("processes", block -> SampleTrial.closed(1500, 16))
            .report();

    private static final ScenarioReport CALLS = REPORT.scenarios().getFirst();
    private static final ScenarioReport CPU = REPORT.scenarios().getLast();

    @Test
    void eachMetricRanksTheArmsAndHasItsOwnClaims() {
        assertThat(REPORT.scenarios())
                .extracting(scenario -> scenario.question().title())
                .containsExactly("fast", "fast, cpu-per-unit");
        assertThat(CALLS.winner().text()).contains("vertx-loop wins");
        assertThat(CPU.winner().text()).contains("vertx-loop wins");
        assertThat(CPU.question().metric().unit()).isEqualTo("ms");
        assertThat(CPU.claims()).extracting(claim -> claim.claim()).allMatch(claim -> claim.contains("cpu-per-unit"));
        assertThat(REPORT.claims()).hasSize(2);
    }

    @Test
    void theBlocksCountOnceAndWhatDoesNotDependOnTheMetricIsShownOnce() {
        assertThat(REPORT.context().controls().blocks()).isEqualTo(6);
        assertThat(CALLS.arms())
                .noneMatch(
                        arm -> arm.latencies().isEmpty() || arm.resourceUsage().isEmpty());
        assertThat(CPU.arms())
                .allMatch(
                        arm -> arm.latencies().isEmpty() && arm.resourceUsage().isEmpty());
        assertThat(CPU.arms()).noneMatch(arm -> arm.trials().points().isEmpty());
    }

    @Test
    void eachMetricHasARowAColumnASuiteAndAPlaceInThePage() {
        assertThat(new ReadmeTable(REPORT).text())
                .contains("(fast) |")
                .contains("(fast, cpu-per-unit) |")
                .contains("For cpu-per-unit, choose an event loop.");
        assertThat(new ChoiceTable(REPORT).text()).contains("| model | I/O-bound (fast) | fast, cpu-per-unit |");
        assertThat(new JUnitReport(REPORT).text()).contains("name=\"fast\"").contains("name=\"fast, cpu-per-unit\"");
        assertThat(new HtmlReport(REPORT, Optional.empty()).text())
                .contains("href=\"#scenario-fast-cpu-per-unit\"")
                .contains("id=\"scenario-fast-cpu-per-unit\"");
    }
}
