package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.joust.compare.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks of axe-core, which {@code .ci/browser} installs. */
@Isolated("a browser takes both cores, and others have deadlines")
@ExtendWith(Browser.class)
final class ReportAccessibilityIT {
    private static final Path AXE = SourceTree.top().resolve("target/axe/node_modules/axe-core/axe.min.js");

    /** One line per element that breaks a rule in a way that axe calls serious or critical. */
    private static final String CHECK = "const done = arguments[0]; axe.run(document).then(({ violations }) => done("
            + "violations.filter((rule) => ['serious', 'critical'].includes(rule.impact))"
            + ".flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`))"
            + ".slice(0, 20)), (error) => done([String(error)]))";

    private final ReportPage page;

    ReportAccessibilityIT(ReportPage page) {
        this.page = page;
    }

    @ParameterizedTest
    @EnumSource
    void nothingSeriousIsFoundInLight(SamplePage sample) throws IOException {
        page.open(sample);
        assertThat(serious()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingSeriousIsFoundInDark(SamplePage sample) throws IOException {
        page.open(sample, "#theme=dark");
        assertThat(serious()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "SAMPLE")
    void nothingSeriousIsFoundOnASmallScreenWithAllFoldsOpen(SamplePage sample) throws IOException {
        page.open(sample);
        page.width(ReportPage.NARROW);
        page.script("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
        assertThat(serious()).isEmpty();
    }

    @Test
    void aPageThatIsHardToReadIsFound() throws IOException {
        page.open(SamplePage.SMALL);
        page.script("document.querySelector('.headline').style.color = '#ddd';"
                + "document.querySelector('.tools button').ariaLabel = ' ';"
                + "document.querySelector('.tools button').textContent = ''");
        assertThat(serious())
                .anySatisfy(line -> assertThat(line).startsWith("color-contrast: "))
                .anySatisfy(line -> assertThat(line).startsWith("button-name: "));
    }

    @SuppressWarnings("unchecked")
    private List<String> serious() throws IOException {
        assumeThat(Browser.available(AXE))
                .as("%s is missing: .ci/browser installs it", AXE)
                .isTrue();
        page.driver().executeScript(Files.readString(AXE));
        return (List<String>) page.driver().executeAsyncScript(CHECK);
    }
}
