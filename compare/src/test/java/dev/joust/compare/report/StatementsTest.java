package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.report.ClaimReport.ClaimOrigin;
import dev.joust.compare.report.StatementReport.StatementFinding;
import dev.joust.compare.stats.VerdictOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final List<StatementReport> STATEMENTS = List.of(new StatementReport(
            "threads scale",
            "race",
            StatementFinding.REFUTED,
            List.of(claim("py-processes beats py-threads on makespan by 1.5")),
            List.of(claim("processes beats gil-threads on makespan by 1.5"))));

    @Test
    void theTextShowsWhatWasFoundBelowTheStatement() {
        assertThat(Statements.text(STATEMENTS)).isEqualTo("""
                REFUTED   : "threads scale"
                  CPython : py-processes beats py-threads on makespan by 1.5: held, 2.00 [1.90, 2.10]
                  JVM     : processes beats gil-threads on makespan by 1.5: held, 2.00 [1.90, 2.10]
                  evidence: scenario race

                """);
    }

    @Test
    void theTableHasOneRowPerStatement() {
        assertThat(Statements.table(STATEMENTS).rows())
                .containsExactly(List.of(
                        "threads scale",
                        "py-processes beats py-threads on makespan by 1.5: held, 2.00 [1.90, 2.10]",
                        "processes beats gil-threads on makespan by 1.5: held, 2.00 [1.90, 2.10]",
                        "refuted",
                        "race"));
    }

    @Test
    void withoutStatementsThereIsNothingToShow() {
        assertThat(Statements.text(List.of())).isEmpty();
        assertThat(Statements.table(List.of()).filled()).isFalse();
    }

    private static ClaimReport claim(String text) {
        return new ClaimReport(
                VerdictOutcome.HELD,
                text,
                "",
                Optional.of(new RatioReport(2, 1.9, 2.1, 0.969, 6)),
                new ClaimOrigin("", "", "", new ClaimReport.ExpectedRatio("a", "b", 1.5, Optional.empty())));
    }
}
