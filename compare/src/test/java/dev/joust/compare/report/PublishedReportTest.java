package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SourceTree;
import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.verdict.JudgedSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's tables and the sample report are what this build makes of the published session. */
final class PublishedReportTest {
    private static final Path PUBLISHED = SourceTree.top().resolve("compare/published");
    private static final String CURE = " is stale. Run: ./joust report compare/published --readme README.md";

    private final Report report = new ReportBuilder(JudgedSession.in(PUBLISHED)).report();

    @Test
    void theSampleReportIsThatOfThePublishedSession() throws IOException {
        var page = new HtmlReport(report, FidelityFolder.read(PUBLISHED)).text();
        // The pages are a megabyte each, too long for a message that shows both.
        assertThat(page.equals(Files.readString(SourceTree.top().resolve("docs/sample-report.html"))))
                .as("docs/sample-report.html%s, and copy compare/published/report.html there", CURE)
                .isTrue();
    }

    @Test
    void theTablesOfTheReadmeAreThoseOfThePublishedSession() throws IOException {
        var readme = Files.readString(SourceTree.top().resolve("README.md"));
        assertThat(new ReadmeBlocks(report).within(readme))
                .as("README.md%s", CURE)
                .isEqualTo(readme);
    }
}
