package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleSession;
import dev.joust.compare.timeline.SampleTimelines;
import dev.joust.compare.timeline.TimelineFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a timeline, and its section in the report of a session. */
final class TimelinePageTest {
    private static final String SECTION = "What the threads do";

    @TempDir
    private Path folder;

    @Test
    void everyTotalOfThePictureStandsInATable() {
        var page = TimelineReportWriter.page(SampleTimelines.of("gil-threads-1"));
        assertThat(page)
                .contains("id=\"timeline0\"")
                .contains("<th scope=\"row\">gil-threads-1</th><td class=\"number\">5</td>")
                .contains("another thread took the lock 12 times")
                .contains("cpython-threads does not run on the JVM")
                .contains("so it belongs to no session and judges nothing");
    }

    @Test
    void anArmWithoutRowsHasNoPicture() {
        assertThat(TimelineReportWriter.page(SampleTimelines.of("a")))
                .contains("<h3 class=\"arm\">processes</h3>")
                .doesNotContain("id=\"timeline1\"");
    }

    @Test
    void theNameOfAThreadIsText() {
        var page = TimelineReportWriter.page(SampleTimelines.of("</script><script>alert(1)</script>"));
        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)")
                .contains("\\u003cscript>alert(1)");
    }

    @Test
    void aReportShowsTheTimelineOfItsFolder() throws IOException {
        assertThat(report()).doesNotContain(SECTION);
        TimelineFolder.at(folder).write(SampleTimelines.of("gil-threads-1"));
        assertThat(report()).contains(SECTION).contains("id=\"timeline0\"");
    }

    @Test
    void theTotalsAreWrittenToTheScreen() throws IOException {
        var out = new ByteArrayOutputStream();
        new TimelineReportWriter(folder)
                .write(SampleTimelines.of("a\u001b[31m"), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("judges nothing")
                .contains("gil-threads: how long each thread did what")
                .contains("timeline: " + folder.resolve("timeline.html"))
                .doesNotContain("\u001b");
        assertThat(folder.resolve("timeline.html")).content().contains(SECTION);
    }

    private String report() throws IOException {
        new ReportWriter(folder, Optional.empty())
                .write(
                        SampleSession.lab().report(),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        return Files.readString(folder.resolve("report.html"));
    }
}
