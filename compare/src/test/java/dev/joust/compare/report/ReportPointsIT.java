package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Charts with a point per arm, or per arm and rate, show what their tables have. */
@Isolated("a browser takes both cores, and others have deadlines")
@ExtendWith(Browser.class)
final class ReportPointsIT {
    private final ReportPage page;

    ReportPointsIT(ReportPage page) {
        this.page = page;
    }

    @ParameterizedTest
    @EnumSource
    void pricesAndValuesAreThoseOfTheTable(SamplePage sample) {
        page.open(sample);
        assertThat(matching("s\\d+-price")).isNotEmpty().allSatisfy(chart -> assertThat(points(chart))
                .isEqualTo(page.table(chart, "Price and performance").stream()
                        .skip(1)
                        .map(cells -> cells.subList(0, 3))
                        .toList()));
    }

    @ParameterizedTest
    @EnumSource(names = "SAMPLE")
    void theSharesAtEachRateAreThoseOfTheTable(SamplePage sample) {
        page.open(sample);
        assertThat(matching(".*rate.*")).isNotEmpty().allSatisfy(chart -> {
            var rows = page.table(chart, "Against the offered rate").stream()
                    .skip(1)
                    .map(cells -> cells.subList(0, 3))
                    .toList();
            assertThat(points(chart).stream()
                            .map(point -> List.of(point.get(0), point.get(1), Math.round(value(point.get(2))) + " %"))
                            .toList())
                    .containsAll(rows);
        });
    }

    /** Arm, horizontal and vertical value of each point, as tables show them. */
    private List<List<String>> points(String chart) {
        List<List<String>> points = new ArrayList<>();
        for (var series : page.series(chart)) {
            for (var point : (List<?>) series.get("data")) {
                var values = (List<?>) ((Map<?, ?>) point).get("value");
                points.add(List.of((String) series.get("name"), text(values.getFirst()), text(values.getLast())));
            }
        }
        return points;
    }

    private List<String> matching(String ids) {
        return page.charts().stream().filter(chart -> chart.matches(ids)).toList();
    }

    private static String text(Object value) {
        return Numbers.figure(((Number) value).doubleValue());
    }

    private static double value(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }
}
