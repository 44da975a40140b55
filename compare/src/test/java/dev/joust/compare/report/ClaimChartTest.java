package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleSession;
import dev.joust.compare.report.ClaimChart.ClaimRow;
import dev.joust.compare.report.ClaimReport.ExpectedRatio;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClaimChartTest {
    private static final Report REPORT = SampleSession.lab().report();

    @Test
    void aClaimShowsWhatItExpectsAndWhatWasMeasured() {
        var row = of("cpu-bound").orElseThrow().rows().getFirst();
        assertThat(row.expected()).isEqualTo(new ExpectedRatio("processes", "gil-threads", 1.7, Optional.empty()));
        assertThat(row.state()).isEqualTo(new ForestChart.StateMark("\u2716", "refuted", "refuted"));
        assertThat(row.text())
                .isEqualTo("refuted: processes beats gil-threads on makespan by 1.7x; measured 1.53 [1.47, 1.59]");
    }

    @Test
    void aClaimThatIsNotDecidedIsShownToo() {
        assertThat(of("cpu-bound").orElseThrow().rows())
                .extracting(row -> row.state().style())
                .containsExactly("refuted", "held", "not-applicable");
    }

    @Test
    void aTieExpectsABandRoundOne() {
        assertThat(of("io-bound").orElseThrow().rows())
                .singleElement()
                .extracting(ClaimRow::expected)
                .isEqualTo(new ExpectedRatio("vertx-loop", "gil-threads", 1 / 1.15, Optional.of(1.15)));
    }

    @Test
    void aClaimThatWasNotMeasuredIsLeftOut() {
        assertThat(of("mixed").orElseThrow().rows())
                .extracting(row -> row.expected().other())
                .containsExactly("processes");
        assertThat(of("tail")).isEmpty();
    }

    @Test
    void thePageHasAFigureForEach() {
        assertThat(new HtmlReport(REPORT, Optional.empty()).text())
                .contains("<div id=\"s0-claims\" class=\"plot\"", "\"claims\":[{\"id\":\"s0-claims\"")
                .doesNotContain("<div id=\"s3-claims\"");
    }

    private static Optional<ClaimChart> of(String name) {
        return ClaimChart.of(
                "s0",
                REPORT.scenarios().stream()
                        .filter(scenario -> scenario.question().name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }
}
