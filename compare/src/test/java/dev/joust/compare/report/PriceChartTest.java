package dev.joust.compare.report;

import static dev.joust.compare.report.SampleArms.cpu;
import static dev.joust.compare.report.SampleArms.resident;
import static dev.joust.compare.report.SampleArms.shared;
import static dev.joust.compare.report.SampleArms.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleSession;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PriceChartTest {

    @Test
    void aCheapArmAndAFastOneAreBothUndominated() {
        var chart = of(SampleArms.throughput()
                .arm("fast", 200, cpu(2), shared(90))
                .arm("cheap", 100, cpu(1), shared(80))
                .arm("neither", 90, cpu(2.5), shared(120)));
        assertThat(chart.sentence())
                .isEqualTo("By medians, undominated: fast and cheap; neither is beaten by fast in each of CPU time per"
                        + " unit, throughput and proportional memory.");
        assertThat(chart.table().rows())
                .contains(List.of("neither", "2.500", "90", "120", "fast"))
                .contains(List.of("fast", "2", "200", "90", "-"));
    }

    @Test
    void whereLowerIsBetterTheFasterArmWins() {
        assertThat(of(SampleArms.lower("makespan").arm("slow", 20, cpu(2)).arm("fast", 10, cpu(1)))
                        .sentence())
                .isEqualTo("By medians, undominated: fast; slow is beaten by fast in each of CPU time per unit and"
                        + " makespan.");
    }

    @Test
    void memoryThatOneArmLacksIsNotCompared() {
        var chart = of(SampleArms.throughput()
                .arm("a", 2, cpu(1), shared(90), resident(95))
                .arm("b", 1, cpu(2), resident(80)));
        assertThat(chart.axes().memory().orElseThrow().text()).isEqualTo("peak resident memory, MiB");

        var without = of(SampleArms.throughput().arm("a", 2, cpu(1), shared(90)).arm("b", 1, cpu(2)));
        assertThat(without.axes().memory()).isEmpty();
        assertThat(without.points()).allSatisfy(point -> assertThat(point.memory()).isEmpty());
        assertThat(without.points().getLast().beatenBy()).contains("a");
    }

    @Test
    void anArmWithoutAFigureIsNamedNotDrawn() {
        var chart = of(SampleArms.throughput()
                .arm("a", 2, cpu(1))
                .arm("free", 3)
                .withoutValue("silent", cpu(1)));
        assertThat(chart.points()).extracting(PriceChart.PricePoint::arm).containsExactly("a");
        assertThat(chart.sentence())
                .isEqualTo("By medians, only a has both figures; not compared: free and silent.");
    }

    @Test
    void withoutAnyPriceThereIsNoChart() {
        assertThat(PriceChart.of("s0", SampleArms.throughput().arm("a", 2).scenario()))
                .isEmpty();
        assertThat(PriceChart.of(
                        "s0", SampleArms.lower("cpu-per-unit").arm("a", 2, cpu(2)).scenario()))
                .isEmpty();
    }

    @Test
    void unlikeUnitsArePricedByTheWindowUnderAnOpenLoadOnly() {
        var chart = of(SampleArms.throughput().open("a", 2, window(1)).open("b", 2, window(2)));
        assertThat(chart.axes().price().text()).isEqualTo("CPU time of the window, s");
        assertThat(chart.sentence()).endsWith("b is beaten by a in CPU time of the window, with equal throughput.");
        assertThat(PriceChart.of(
                        "s0", SampleArms.throughput().arm("a", 2, window(1)).scenario()))
                .isEmpty();
    }

    @Test
    void theReportShowsItWhereASessionHasTheFigures() {
        var report = SampleSession.lab().report();
        var page = new HtmlReport(report, Optional.empty()).text();
        assertThat(page).contains("<p>Price and performance. By medians, undominated: ", "id=\"s1-price\"");
        assertThat(new MarkdownReport(report).text())
                .contains("By medians, undominated: ", "not compared: processes.", "Price and performance, medians");
    }

    @Test
    void aControlHasNoPrice() {
        var charts = ChartData.of(SampleSession.lab().report()).views();
        assertThat(charts.forests()).extracting(ForestChart::id).contains("s5-forest");
        assertThat(charts.prices()).extracting(PriceChart::id).doesNotContain("s5-price");
    }

    private static PriceChart of(SampleArms arms) {
        return PriceChart.of("s0", arms.scenario()).orElseThrow();
    }
}
