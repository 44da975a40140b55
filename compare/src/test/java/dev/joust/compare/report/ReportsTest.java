package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.trial.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final SessionFixture LAB = SampleSession.lab();
    private static final Report REPORT = LAB.report();
    private static final String TEXT = new TextReport(REPORT).text();
    private static final String EVIL = "<script>alert(\"x\")</script> & 'y' {report.heading} | `z`";

    @Test
    void aRefutedClaimReadsAsFacts() {
        assertThat(TEXT).contains("""
                refuted   : processes beats gil-threads on makespan by 1.7x
                measured  : 1.53  [1.47, 1.59] 96.9 %, 6 blocks
                because   : Each process has a lock of its own, so the cores compute side by side; \
                behind one lock they take turns.
                declared  : compare/scenarios/cpu-bound.yaml:14
                reproduce : ./joust run cpu-bound --seed 4711
                """);
    }

    @Test
    void aClaimThatIsOpenSaysWhy() {
        assertThat(TEXT).contains("""
                not applicable : virtual-threads beats processes on makespan by 3x
                measured       : 1.66  [1.57, 1.76] 96.9 %, 6 blocks
                reason         : it needs 8 cores, its trials had 2; here too the two do not tie
                """).contains("reason       : no block in which both models are valid");
    }

    @Test
    void theVerdictsComeFirstAndFitTheTerminal() {
        assertThat(TEXT).startsWith("""
                                                             times worse                  share of the
                scenario   arm                     median  than the best      interval  analytic limit  verdict
                ---------  ---------------  -------------  -------------  ------------  --------------  \
                ------------------------
                cpu-bound  vertx-loop             1.020 s           2.51  [2.46, 2.76]            59 %  behind
                """);
        assertThat(TEXT.lines().filter(line -> !line.startsWith("because")))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(120));
    }

    @Test
    void theControlsAndTheStatusCloseTheText() {
        assertThat(TEXT)
                .contains("42 blocks, 1 trial repeated\n")
                .containsPattern("; smallest difference that could\\s+have been found: 4\\.6 %\n")
                .contains("A/A          control-aa      passed")
                .contains("1 claim not asked by quick: see report.html, or --profile full\n")
                .contains("SOUND: every control passed; claims: 2 held, 1 refuted");
    }

    @Test
    void whatIsUnknownIsNeverPrintedAsZero() {
        var markdown = new MarkdownReport(REPORT).text();

        assertThat(row(markdown, "gil-threads | invalid"))
                .startsWith("| gil-threads | invalid | n/a | n/a |  | n/a | 0 of 6 | n/a | n/a | n/a | 0 | 12 |");
        assertThat(row(markdown, "vertx-loop | did not"))
                .isEqualTo("| vertx-loop | did not take part | n/a | n/a |  | n/a | 0 of 0 "
                        + "| n/a | n/a | n/a | n/a | n/a |");
        assertThat(rows(markdown, "proportional memory")).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContainPattern("\\d"));
        assertThat(rows(markdown, "counter lock-handovers"))
                .anySatisfy(line -> assertThat(line).isEqualTo("| counter lock-handovers | 12 | 12 | n/a | 12 |"));
    }

    @Test
    void aPercentileOfTooFewUnitsSaysHowManyItNeeds() {
        assertThat(row(new MarkdownReport(REPORT).text(), "processes | task | response | 9,0"))
                .endsWith("| needs 10,000 units, has 9,000 | needs 100,000 units, has 9,000 |");
    }

    @Test
    void theJsonReadsBack() {
        assertThat(Json.read(Json.pretty(REPORT), Report.class)).isEqualTo(REPORT);
    }

    @Test
    void aQuestionThatIsMarkupStaysText() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("evil", EVIL, List.of("processes", "gil-threads")))
                .arm("processes", block -> SampleTrial.batch(0.7))
                .arm("gil-threads", block -> SampleTrial.batch(1))
                .report();

        assertThat(html(report).text())
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39; {report.heading}")
                .doesNotContain("<script>alert");
        assertThat(new MarkdownReport(report).text()).doesNotContain("<script>");
    }

    @Test
    void dataOfTheChartsCannotEndTheirScript() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("evil", "?", List.of("</script><b>", "gil-threads")))
                .arm("</script><b>", block -> SampleTrial.batch(0.7))
                .arm("gil-threads", block -> SampleTrial.batch(1))
                .report();

        assertThat(html(report).text()).doesNotContain("</script><b>").contains("\\u003c/script>\\u003cb>");
    }

    @Test
    void thePageNeedsNoNetwork() {
        var page = html(REPORT).text();
        var markup = withoutScripts(page);

        assertThat(markup).containsOnlyOnce("Content-Security-Policy\" content=\"default-src 'none'; style-src");
        assertThat(found("<(link|img|iframe|object|embed|base|video|audio|source)\\b", markup))
                .isEmpty();
        assertThat(found("https?:", markup)).isEmpty();
        assertThat(found("<script[^>]*\\bsrc|@import|url\\(", markup)).isEmpty();
        assertThat(page)
                .contains("id=\"report-data\">{\"arms\":[\"vertx-loop\",")
                .contains(".echarts={})");
    }

    @Test
    void theChartsGetTheirMediansFromTheReport() {
        var median = REPORT.scenarios()
                .getFirst()
                .arms()
                .getFirst()
                .result()
                .median()
                .orElseThrow();

        assertThat(html(REPORT).text()).contains("\"arms\":[{\"arm\":\"vertx-loop\",\"median\":" + median + "}");
    }

    @Test
    void thePageTellsStatesApartByWordAndEveryTableHasItsCaption() {
        var markup = withoutScripts(html(REPORT).text());

        assertThat(markup).contains("</span> win</span>", "</span> tie</span>", "</span> inconclusive</span>");
        assertThat(markup).contains("</span> invalid</span>", "</span> did not take part</span>");
        assertThat(found("<table", markup))
                .hasSameSizeAs(found("<caption>", markup))
                .isNotEmpty();
        assertThat(found("<th(?! scope=|ead)", markup)).isEmpty();
    }

    @Test
    void everyFileIsWrittenAndTheTextEndsWithThePathOfThePage(@TempDir Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ReportWriter(folder, Optional.empty()).write(REPORT, new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(folder).isDirectoryContaining(f -> f.endsWith("report.md"));
        assertThat(Files.readString(folder.resolve("report.json")))
                .startsWith("{")
                .endsWith("}\n");
        assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(TEXT + "report: " + folder.resolve("report.html") + "\n");
    }

    private static HtmlReport html(Report report) {
        return new HtmlReport(report, Optional.empty());
    }

    /** A library contains addresses that it never requests; the policy of the page makes sure of it. */
    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)(<script[^>]*>).*?</script>", "$1</script>");
    }

    private static List<MatchResult> found(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().toList();
    }

    private static String row(String markdown, String start) {
        return rows(markdown, start).getFirst();
    }

    private static List<String> rows(String markdown, String start) {
        return markdown.lines().filter(line -> line.startsWith("| " + start)).toList();
    }
}
