package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** A report on a small screen, in dark and light, on paper and without scripts; a picture of each is kept. */
@Tag("long")
@Isolated("a browser takes both cores, and others have deadlines")
@ExtendWith(Browser.class)
final class ReportLayoutIT {
    private static final String DARK = "rgb(20, 24, 28)";
    private static final String WHITE = "rgb(255, 255, 255)";

    private final ReportPage page;

    ReportLayoutIT(ReportPage page) {
        this.page = page;
    }

    @ParameterizedTest
    @EnumSource
    void lightAndDarkAreTheSystems(SamplePage sample) {
        page.open(sample);
        assertThat(page.background()).isEqualTo("rgb(251, 251, 250)");
        page.picture(name(sample, "light"), 16_000);

        page.media("screen", "dark");
        assertThat(page.background()).isEqualTo(DARK);
        assertThat(page.drawnCharts()).isEqualTo(page.charts());
        page.picture(name(sample, "dark"), 8_000);
    }

    @ParameterizedTest
    @EnumSource
    void aScreenOf320PixelsNeedsNoScrollingSideways(SamplePage sample) {
        page.open(sample);
        page.width(ReportPage.NARROW);
        assertThat(page.overflow()).isLessThanOrEqualTo(0);
        assertThat(page.drawnCharts()).isEqualTo(page.charts());
        List<String> wide = page.script("return [...document.querySelectorAll('svg')]"
                + ".filter((svg) => svg.getBoundingClientRect().right > innerWidth).map((svg) => svg.parentNode.id)");
        assertThat(wide).as("charts beyond the edge").isEmpty();
        page.picture(name(sample, "320"), 8_000);
    }

    @ParameterizedTest
    @EnumSource
    void paperIsLightAndHasEveryModelAndNoControl(SamplePage sample) {
        page.open(sample, "#hide=vertx-loop&theme=dark");
        assertThat(page.background()).isEqualTo(DARK);
        assertThat(page.shownOf("vertx-loop")).isEmpty();

        page.media("print", "dark");
        assertThat(page.background()).isEqualTo(WHITE);
        assertThat(page.shownOf("vertx-loop")).isNotEmpty();
        assertThat(page.drawnCharts()).isEqualTo(page.charts());
        assertThat(shown(".controls, .parts, .tools, .anchor")).isZero();
        assertThat(page.overflow()).isLessThanOrEqualTo(0);
        page.picture(name(sample, "print"), 3_000);
    }

    @ParameterizedTest
    @EnumSource
    void withoutScriptsEveryTableIsThereAndNoControlOrEmptyFrame(SamplePage sample) {
        page.open(sample);
        int tables = page.driver().findElements(By.cssSelector("table")).size();
        var text = words();

        page.scripts(false);
        page.open(sample.file().toUri().toString());
        assertThat(page.driver().findElements(By.cssSelector("table"))).hasSize(tables);
        assertThat(words()).isEqualTo(text);
        assertThat(page.drawnCharts()).isEmpty();
        assertThat(shown(".controls, .tools, .chart")).isZero();
        assertThat(shown(".parts a")).isPositive();
        page.picture(name(sample, "without-scripts"), 3_000);
    }

    /** The text of all tables. */
    private List<String> words() {
        return page.script("return [...document.querySelectorAll('table')].map((table) => table.textContent)");
    }

    private long shown(String selector) {
        return this.page.<Long>script(
                "return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()).length",
                selector);
    }

    private static String name(SamplePage sample, String view) {
        return sample.name().toLowerCase(Locale.ROOT) + "-" + view;
    }
}
