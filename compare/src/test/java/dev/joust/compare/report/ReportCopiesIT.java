package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.openqa.selenium.By;

/** Tables and charts are copied from a page that {@code joust serve} serves, with its policy. */
@Isolated("a browser takes both cores, and others have deadlines")
@ExtendWith(Browser.class)
final class ReportCopiesIT {
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final String TABLE = "button[aria-label^='Copy as CSV: Results']";
    private static final String CHART = "button[aria-label^='Copy as SVG: Every valid trial']";

    private final ReportPage page;
    private ReportServer server;

    @TempDir
    private Path folder;

    ReportCopiesIT(ReportPage page) {
        this.page = page;
    }

    @BeforeEach
    void serve() throws IOException {
        Files.copy(SamplePage.SMALL.file(), folder.resolve("report.html"));
        server = ReportServer.start(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        page.cdp(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        page.open(SamplePage.SMALL);
        page.open(server.address().toString());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aTableIsCopiedAsItsText() {
        page.find(TABLE).click();
        await().atMost(LATE).until(() -> said().startsWith("Copied as CSV: Results"));
        assertThat(clipboard().lines()).hasSize(3).first().asString().startsWith("arm,verdict,\"median, s\",");
        assertThat(clipboard()).contains("\nprocesses,win,0.7000,-,,").contains("\nvertx-loop,behind,1,1.43,\"[");
        assertThat(page.console()).isEmpty();
    }

    @Test
    void aHiddenModelIsNotCopied() {
        page.model("vertx-loop").click();
        page.find(TABLE).click();
        await().atMost(LATE).until(() -> said().startsWith("Copied"));
        assertThat(clipboard()).contains("processes").doesNotContain("vertx-loop");
    }

    @Test
    void symbolsForTheEyeAreNotCopied() {
        page.find("button[aria-label='Copy as CSV: Verdict matrix']").click();
        await().atMost(LATE).until(() -> said().startsWith("Copied"));
        assertThat(clipboard())
                .contains("\"race makespan, lower is better\",win 1 the best,\"behind 1.43 [1.43, 1.43]\"")
                .doesNotContain("\u2714");
    }

    @Test
    void aChartIsCopiedAsAPictureOfItsOwn() {
        page.find(CHART).click();
        await().atMost(LATE).until(() -> said().startsWith("Copied as SVG"));
        assertThat(clipboard())
                .startsWith("<svg")
                .contains("xmlns=\"http://www.w3.org/2000/svg\"", "fill=\"rgb(255, 255, 255)\"", "processes");
    }

    @Test
    void withoutAClipboardAFileIsSaved(@TempDir Path downloads) throws IOException {
        page.cdp("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        page.script("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        page.find(TABLE).click();
        var file = downloads.resolve("results-makespan-lower-is-better.csv");
        await().atMost(LATE).until(() -> Files.exists(file) && Files.size(file) > 0);
        assertThat(Files.readString(file)).startsWith("arm,verdict,").contains("\r\nprocesses,win,");
        assertThat(said()).isEqualTo("Saved as results-makespan-lower-is-better.csv");
        assertThat(page.console()).isEmpty();
    }

    @Test
    void everyTableAndChartHasAButtonWithAName() {
        page.open(SamplePage.SAMPLE);
        int tables = page.driver().findElements(By.cssSelector("table")).size();
        List<String> names = page.script(
                "return [...document.querySelectorAll('.tools button')]" + ".map((button) => button.ariaLabel)");
        assertThat(names).hasSize(tables + page.charts().size()).allSatisfy(name -> assertThat(name)
                .matches("Copy as (CSV|SVG): .{5,}"));
    }

    @Test
    void aCellThatLooksLikeAFormulaIsText() {
        page.script("document.querySelector(\"[aria-label^='Results'] tbody th\").textContent = '=HYPERLINK(\"x\")'");
        page.find(TABLE).click();
        await().atMost(LATE).until(() -> said().startsWith("Copied"));
        assertThat(clipboard()).contains("\n\"'=HYPERLINK(\"\"x\"\")\",");
    }

    private String said() {
        return page.script("return document.querySelector('[role=status]').textContent");
    }

    private String clipboard() {
        return (String) page.driver().executeAsyncScript("navigator.clipboard.readText().then(arguments[0])");
    }
}
