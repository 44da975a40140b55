package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.trial.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SweepReportsTest {
    private static final List<String> ARMS = List.of("vertx-loop", "processes");
    private static final Report REPORT = session(Profile.QUICK).report();

    /** The loop does 100 units per second and unit in flight, processes 400: they are equal at 4. */
    private static SessionFixture session(Profile profile) {
        var session = new SessionFixture(profile);
        for (int value : List.of(1, 2, 4, 8, 16, 32)) {
            session.with(SampleSweeps.point(
                            "inFlight",
                            value,
                            ARMS,
                            SampleSweeps.crossover("processes", "vertx-loop", 4),
                            SampleSweeps.crossover("vertx-loop", "processes", 9)))
                    .arm("vertx-loop", block -> SampleTrial.closed(100 * value + block % 3 - 1, value))
                    .arm("processes", block -> SampleTrial.closed(400, value));
        }
        session.with(SampleScenarios.batch("cpu", "?", List.of("vertx-loop", "gil-threads")))
                .arm("vertx-loop", block -> SampleTrial.batch(1 + 0.001 * block))
                .arm("gil-threads", block -> SampleTrial.batch(1 + 0.001 * block));
        return session.controls();
    }

    @Test
    void theTextHasTheMetricForEachValueTheCrossoversAndTheLaws() {
        var text = new TextReport(REPORT).text();
        assertThat(text)
                .contains("Sweep sweep: throughput, units/s for each value of inFlight, with its interval\n")
                .containsPattern("\\n4 +vertx-loop +400(\\.0)? +\\[399, 401]\\n +processes +400 +\\[400, 400]")
                .containsPattern(
                        "\\nheld: crossover of processes and vertx-loop at 4; measured 4\\.000 \\[3\\.990, 4\\.010];")
                .contains("inconclusive: crossover of vertx-loop and processes at 9; measured n/a; not located: of 6")
                .contains("  because : One thread is full.\n  declared: compare/scenarios/sweep.yaml:31\n")
                .containsPattern("\\nvertx-loop +0\\.0000\\d+ \\[0, 0\\.0000\\d+] .* 0 \\[0, 0] +32\\n")
                .contains("claims: 1 held, 1 inconclusive");
        assertThat(text.lines().filter(line -> line.contains("processes")))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(120));
    }

    @Test
    void aBatchOfComputationHasItsSerialFractions() {
        assertThat(new TextReport(REPORT).text()).contains("  serial fraction: gil-threads 1 [1, 1]\n");
        assertThat(new MarkdownReport(REPORT).text()).contains("| gil-threads | 1 | [1, 1] |\n");
        assertThat(new HtmlReport(REPORT, Optional.empty()).text()).contains("Serial fraction (Karp and Flatt)");
    }

    @Test
    void markdownAndThePageHaveOneColumnPerArm() {
        var markdown = new MarkdownReport(REPORT).text();
        assertThat(markdown).contains("## Sweep sweep\n").contains("| inFlight | vertx-loop | processes |\n");
        assertThat(new HtmlReport(REPORT, Optional.empty()).text())
                .contains("id=\"sweep-sweep\"")
                .contains("<div id=\"sweep0\"")
                .contains("\"parameter\":\"inFlight\"");
    }

    @Test
    void theChartMarksEachCrossoverByItsNumberAndTheTableNamesIt() {
        var marks = ChartData.of(REPORT).sweeps().getFirst().crossovers();
        assertThat(marks).extracting(ChartData.CrossoverMark::number).containsExactly(1, 2);
        assertThat(marks).extracting(mark -> mark.expected().predicted()).containsExactly(4.0, 9.0);
        assertThat(marks.getFirst().found().orElseThrow().value()).isCloseTo(4, within(0.1));
        assertThat(marks.getLast().found()).isEmpty();

        assertThat(new MarkdownReport(REPORT).text())
                .contains("| crossover | arms | predicted | measured | interval | verdict |\n")
                .contains("\n| 1 | processes, then vertx-loop | 4 | 4.000 | [3.990, 4.010] | held |\n")
                .contains("\n| 2 | vertx-loop, then processes | 9 | n/a | n/a | inconclusive |\n");
        assertThat(new HtmlReport(REPORT, Optional.empty()).text())
                .contains("<ol class=\"crossovers\">")
                .contains("\"crossovers\":[{\"number\":1,\"expected\":{\"arm\":\"processes\"");
    }

    @Test
    void jsonAndJUnitHaveTheCrossovers() {
        assertThat(Json.line(REPORT))
                .containsPattern("\"claim\":\"crossover of processes.*?\"found\":\\{\"value\":(4\\.0|3\\.9)");
        assertThat(new JUnitReport(REPORT).text())
                .contains("<testsuite name=\"sweep sweep\" tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"1\"")
                .contains("<testcase name=\"crossover of processes and vertx-loop at 4\"");
    }

    @Test
    void theTableOfTheReadmeLeavesOutTheValuesOfSweeps() {
        assertThat(REPORT.comparisons()).hasSize(7);
        assertThat(REPORT.questions())
                .singleElement()
                .satisfies(scenario -> assertThat(scenario.question().name()).isEqualTo("cpu"));
        assertThat(new ReadmeTable(REPORT).text()).doesNotContain("sweep-4");
    }

    @Test
    void oneBlockHasNoInterval() {
        var text = new TextReport(session(Profile.SMOKE).report()).text();
        assertThat(text).containsPattern("\\n4 +vertx-loop +400 +n/a\\n").contains("not judged: crossover of");
    }
}
