package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The charts show what the tables have, and nothing goes wrong when they are drawn. */
@Isolated("a browser takes both cores, and others have deadlines")
@ExtendWith(Browser.class)
final class ReportChartsIT {
    private static final double P90 = 10;
    private static final double P99 = 100;

    private final ReportPage page;

    ReportChartsIT(ReportPage page) {
        this.page = page;
    }

    @ParameterizedTest
    @EnumSource
    void everyChartIsDrawn(SamplePage sample) {
        page.open(sample);
        assertThat(page.charts()).isNotEmpty();
        assertThat(page.drawnCharts()).isEqualTo(page.charts());
        assertThat(page.charts()).allSatisfy(chart -> assertThat(page.series(chart))
                .as(chart)
                .isNotEmpty()
                .anySatisfy(series -> assertThat(data(series)).isNotEmpty()));
    }

    @ParameterizedTest
    @EnumSource
    void thePageComplainsOfNothingAndRequestsNothing(SamplePage sample) {
        page.open(sample);
        assertThat(page.console()).isEmpty();
        assertThat(page.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theTrialsOfAChartAreThoseOfItsTable(SamplePage sample) {
        page.open(sample);
        var charts = matching("s\\d+");
        assertThat(charts).isNotEmpty().allSatisfy(chart -> {
            var rows = page.table(chart, "Every valid trial");
            assertThat(page.categories(chart)).isEqualTo(tail(rows.getFirst()));
            assertThat(blocks(chart)).isEqualTo(rows.subList(1, rows.size()));
        });
    }

    /** The joined trials of a chart as rows of text. */
    private List<List<String>> blocks(String chart) {
        List<List<String>> rows = new ArrayList<>();
        for (var series : page.series(chart)) {
            var name = (String) series.get("name");
            if (name.startsWith("block ")) {
                List<String> row = new ArrayList<>(List.of(name.substring("block ".length())));
                data(series).forEach(point -> row.add(text(((Map<?, ?>) point).get("value"))));
                rows.add(row);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void theRatiosOfAForestAreThoseOfTheResults(SamplePage sample) {
        page.open(sample);
        var charts = matching("s\\d+-forest");
        assertThat(charts).isNotEmpty().allSatisfy(chart -> {
            List<List<String>> shown = new ArrayList<>();
            for (int i = 0; i < page.rows(chart).size(); i++) {
                var arm = page.rows(chart).get(i).replaceFirst("^\\S+ ", "");
                var ratio =
                        row(chart, "ratio", i).map(point -> ratio(at(point, 0))).orElse(Numbers.ABSENT);
                var interval = row(chart, "interval", i)
                        .map(ends -> String.format(Locale.ROOT, "[%s, %s]", ratio(at(ends, 0)), ratio(at(ends, 1))))
                        .orElse("");
                shown.add(List.of(arm, interval.isEmpty() && ratio.equals("1.00") ? "-" : ratio, interval));
            }
            assertThat(shown)
                    .isEqualTo(page.table(chart, "Results").stream()
                            .skip(1)
                            .map(cells -> List.of(cells.getFirst(), cells.get(3), cells.get(4)))
                            .toList());
        });
    }

    /** The point of a series that lies on this row, which is its last coordinate. */
    private Optional<Object> row(String chart, String series, int row) {
        return curves(chart, series).stream()
                .flatMap(each -> data(each).stream())
                .map(point -> point instanceof Map<?, ?> item ? item.get("value") : point)
                .filter(point -> number(((List<?>) point).getLast()) == row)
                .map(Object.class::cast)
                .findFirst();
    }

    @ParameterizedTest
    @EnumSource
    void theMedianOfAChartIsThatOfTheResults(SamplePage sample) {
        page.open(sample);
        assertThat(matching("s\\d+")).allSatisfy(chart -> {
            var rows = page.table(chart, "Results");
            var medians = page.series(chart).stream()
                    .filter(series -> series.get("name").equals("median"))
                    .flatMap(series -> data(series).stream())
                    .map(ReportChartsIT::text)
                    .toList();
            assertThat(medians)
                    .isEqualTo(rows.stream()
                            .skip(1)
                            .map(row -> row.get(2).startsWith("\u2265") ? Numbers.ABSENT : row.get(2))
                            .toList());
        });
    }

    @ParameterizedTest
    @EnumSource(names = "SAMPLE")
    void theValuesOfASweepAreThoseOfItsTable(SamplePage sample) {
        page.open(sample);
        var charts = matching("sweep\\d+");
        assertThat(charts).isNotEmpty().allSatisfy(chart -> {
            var rows = page.table(chart, "Sweep");
            for (var arm : tail(rows.getFirst())) {
                int column = rows.getFirst().indexOf(arm);
                var points = data(curves(chart, arm).getFirst());
                assertThat(points).hasSize(rows.size() - 1);
                for (int i = 0; i < points.size(); i++) {
                    var cells = rows.get(i + 1);
                    assertThat(cells.getFirst()).isEqualTo(text(at(points.get(i), 0)));
                    assertThat(cells.get(column)).startsWith(text(at(points.get(i), 1)));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "SAMPLE"})
    void thePercentilesOfALatencyChartAreThoseOfItsTable(SamplePage sample) {
        page.open(sample);
        var charts = matching("s\\d+-latency-\\d+");
        List<String> compared = new ArrayList<>();
        for (var chart : charts) {
            for (var row : page.table(chart, "Response time").stream().skip(1).toList()) {
                if (label(chart).contains(row.get(1) + ":")) {
                    compare(chart, row, P90, row.get(5)).ifPresent(compared::add);
                    compare(chart, row, P99, row.get(6)).ifPresent(compared::add);
                }
            }
        }
        assertThat(compared).isNotEmpty();
    }

    /** Compares the point of a curve with the cell of its row, where the chart has that curve and point. */
    private Optional<String> compare(String chart, List<String> row, double nines, String cell) {
        boolean dashed = row.get(2).equals("service");
        return curves(chart, row.getFirst()).stream()
                .filter(curve -> curve.get("dashed").equals(dashed))
                .flatMap(curve -> data(curve).stream())
                .map(point -> (Map<?, ?>) point)
                .filter(point -> Math.abs(number(at(point.get("value"), 0)) / nines - 1) < 1e-6)
                .map(point -> point.get("bound") + text(at(point.get("value"), 1)))
                .peek(value -> assertThat(value).as("%s of %s", row, chart).isEqualTo(cell))
                .findFirst();
    }

    private String label(String chart) {
        return page.find("#" + chart).getAttribute("aria-label");
    }

    private List<String> matching(String ids) {
        return page.charts().stream().filter(chart -> chart.matches(ids)).toList();
    }

    private List<Map<String, Object>> curves(String chart, String arm) {
        return page.series(chart).stream()
                .filter(series -> arm.equals(series.get("name")))
                .toList();
    }

    private static List<?> data(Map<String, Object> series) {
        return (List<?>) series.get("data");
    }

    private static Object at(Object point, int index) {
        return ((List<?>) point).get(index);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** A value of a chart as tables show it. */
    private static String text(Object value) {
        return value == null ? Numbers.ABSENT : Numbers.figure(number(value));
    }

    private static String ratio(Object value) {
        return Numbers.ratio(number(value));
    }

    private static List<String> tail(List<String> row) {
        return row.subList(1, row.size());
    }
}
