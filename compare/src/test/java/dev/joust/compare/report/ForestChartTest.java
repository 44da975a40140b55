package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.ForestChart.ForestRow;
import dev.joust.trial.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ForestChartTest {
    private static final Report REPORT = SampleSession.lab().report();

    @Test
    void everyArmHasItsRatioToTheBestAndItsState() {
        var chart = chart("cpu-bound");
        assertThat(chart.margin()).isEqualTo(0.25);
        assertThat(chart.rows())
                .extracting(ForestRow::arm)
                .containsExactly("vertx-loop", "gil-threads", "processes", "virtual-threads");
        assertThat(row(chart, "vertx-loop").ratio().orElseThrow().text()).isEqualTo("2.51");
        assertThat(row(chart, "vertx-loop").text()).isEqualTo("2.51 [2.46, 2.76], behind");
        assertThat(row(chart, "vertx-loop").state()).isEqualTo(new ForestChart.StateMark("\u25bd", "behind", "behind"));
        assertThat(row(chart, "virtual-threads").best()).isTrue();
        assertThat(row(chart, "virtual-threads").text()).isEqualTo("the best, win");
        assertThat(row(chart, "virtual-threads").ratio()).isEmpty();
    }

    @Test
    void tiedArmsKeepTheirIntervals() {
        var chart = chart("io-bound");
        assertThat(chart.rows())
                .filteredOn(row -> row.state().word().equals("tie"))
                .hasSize(3)
                .filteredOn(row -> !row.best())
                .allSatisfy(row -> assertThat(row.ratio().orElseThrow().high()).isLessThan(1.25));
    }

    @Test
    void anInvalidArmHasARowWithoutAnInterval() {
        var row = row(chart("mixed"), "gil-threads");
        assertThat(row.ratio()).isEmpty();
        assertThat(row.best()).isFalse();
        assertThat(row.text()).isEqualTo("n/a, invalid");
    }

    @Test
    void oneArmAndAScenarioThatNeverRanHaveNoPicture() {
        assertThat(of("never-run")).isEmpty();
        var alone = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("alone", "?", List.of("processes")))
                .arm("processes", block -> SampleTrial.batch(1))
                .report();
        assertThat(ChartData.of(alone).views().forests()).isEmpty();
        assertThat(new HtmlReport(alone, Optional.empty()).text()).doesNotContain("-forest\"");
    }

    @Test
    void thePageHasAFigureForEachForestOfItsData() {
        var forests = ChartData.of(REPORT).views().forests();
        var page = new HtmlReport(REPORT, Optional.empty()).text();
        assertThat(forests).hasSizeGreaterThan(3).allSatisfy(chart -> assertThat(page)
                .contains("<div id=\"" + chart.id() + "\" class=\"plot\"")
                .contains(Json.line(chart)));
        assertThat(page).contains("The shaded band is the margin of the profile, 25 %");
    }

    private static ForestChart chart(String scenario) {
        return of(scenario).orElseThrow();
    }

    private static Optional<ForestChart> of(String name) {
        var found = REPORT.scenarios().stream()
                .filter(scenario -> scenario.question().name().equals(name))
                .findFirst()
                .orElseThrow();
        return ForestChart.of("s0", found, REPORT.heading().profile());
    }

    private static ForestRow row(ForestChart chart, String arm) {
        return chart.rows().stream()
                .filter(row -> row.arm().equals(arm))
                .findFirst()
                .orElseThrow();
    }
}
