package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.fidelity.Fidelity;
import dev.joust.compare.fidelity.FidelityPlots;
import dev.joust.compare.fidelity.LockFinding;
import dev.joust.compare.fidelity.LockFinding.FindingOutcome;
import dev.joust.compare.fidelity.Spread;
import dev.joust.trial.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fidelity table on a terminal, on GitHub, as a page, and read back from disk. */
class FidelityTextTest {
    private static final Fidelity FIDELITY = new Fidelity(
            new Fidelity.FidelityContext(
                    "2026-01-02T03:04:05Z", "full", "fifo", List.of("CPython 3.11.7", "Java 25"), "2 cores"),
            List.of(
                    new LockFinding(
                            new LockFinding.FigureName(6, "switches a second", "I = 5 ms", true),
                            Optional.of(new Spread(198, 197, 199, 5)),
                            Optional.of(new Spread(150, 149, 151, 5)),
                            "ratio 0.95 to 1.05",
                            FindingOutcome.MISSED),
                    new LockFinding(
                            new LockFinding.FigureName(9, "next holder <ran> longest ago", "n=3", false),
                            Optional.empty(),
                            Optional.of(new Spread(0.75, 0.75, 0.75, 1)),
                            "at most 0.2 apart",
                            FindingOutcome.NOT_MEASURED)),
            List.of(
                    new Fidelity.NegativeControl("no-forced", true, List.of(10, 12)),
                    new Fidelity.NegativeControl("bare", true, List.of())),
            List.of("slices-2-5000, Java, round 1: dropped"),
            new FidelityPlots(List.of(), List.of()));

    @Test
    void theTerminalShowsBothLocksTheirRatioAndTheVerdict() {
        assertThat(new FidelityText(FIDELITY).plain())
                .startsWith("unfaithful: of 1 required figures 0 held, 1 missed, 0 inconclusive, 0 not measured\n")
                .containsPattern(
                        "6 +switches a second; I = 5 ms +198 \\[197, 199] +150 \\[149, 151] +0\\.758 +MISSED +ratio")
                .containsPattern("\\(9\\) +next holder <ran> longest ago; n=3 +n/a +0\\.7500 +n/a +not measured")
                .contains("negative control no-forced: detected by row 10, 12\n")
                .contains("negative control bare: NOT DETECTED");
    }

    @Test
    void githubSeesTheSameWithTheNotes() {
        assertThat(new FidelityText(FIDELITY).markdown())
                .contains("| 6 | switches a second; I = 5 ms | 198 [197, 199] | 150 [149, 151] | 0.758 | MISSED |")
                .contains("&lt;ran>")
                .contains("* slices-2-5000, Java, round 1: dropped\n");
    }

    @Test
    void thePageHoldsTheTableAndNeedsNoNetwork() {
        assertThat(new FidelityPage(FIDELITY).text())
                .contains("How faithful is the lock?", "150 [149, 151]", "&lt;ran&gt;", "default-src 'none'")
                .contains("id=\"fidelity-data\">{\"slices\":[],\"overshoots\":[]}</script>");
    }

    @Test
    void theJsonReadsBack() {
        assertThat(Json.read(Json.pretty(FIDELITY), Fidelity.class)).isEqualTo(FIDELITY);
    }
}
