package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What a reader can do with a report. */
@Isolated("a browser takes both cores, and others have deadlines")
@ExtendWith(Browser.class)
final class ReportControlsIT {
    private static final String ARM = "vertx-loop";
    private static final String LIGHT = "rgb(251, 251, 250)";
    private static final String DARK = "rgb(20, 24, 28)";

    /** Every control of a page that can be seen. */
    private static final String CONTROLS =
            "return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
                    + ".filter((control) => control.checkVisibility())";

    private final ReportPage page;

    ReportControlsIT(ReportPage page) {
        this.page = page;
    }

    @Test
    void aHiddenModelLeavesEveryTableAndChart() {
        page.open(SamplePage.SAMPLE);
        assertThat(page.shownOf(ARM)).hasSizeGreaterThan(50);
        assertThat(chartsWith(ARM)).hasSizeGreaterThan(5);

        page.model(ARM).click();
        assertThat(page.shownOf(ARM)).isEmpty();
        assertThat(chartsWith(ARM)).isEmpty();
        assertThat(page.shownOf("processes")).isNotEmpty();
        assertThat(chartsWith("processes")).isNotEmpty();

        page.find("#all-models").click();
        assertThat(page.shownOf(ARM)).hasSizeGreaterThan(50);
        assertThat(chartsWith(ARM)).hasSizeGreaterThan(5);
        assertThat(page.console()).isEmpty();
    }

    private List<String> chartsWith(String arm) {
        return page.drawnCharts().stream()
                .filter(chart -> page.names(chart, arm))
                .toList();
    }

    @Test
    void whereEveryModelIsHiddenNoChartIsLeftAndNothingFails() {
        page.open(SamplePage.SMALL);
        SamplePage.ARMS.forEach(arm -> page.model(arm).click());
        assertThat(page.drawnCharts()).isEmpty();
        assertThat(page.console()).isEmpty();
        page.find("#all-models").click();
        assertThat(page.drawnCharts()).isEqualTo(page.charts());
    }

    @Test
    void theColourOfAModelStaysWhenAnotherIsHidden() {
        page.open(SamplePage.SAMPLE);
        var before = colours("vertx-loop");
        page.model("processes").click();
        assertThat(colours("vertx-loop")).isEqualTo(before).isNotEmpty();
    }

    private List<String> colours(String arm) {
        return page.script(
                "return [...document.querySelectorAll('.plot')].map((plot) => echarts.getInstanceByDom(plot))"
                        + ".flatMap((chart) => chart?.getOption().series ?? [])"
                        + ".filter((series) => series.name === arguments[0] && series.symbol !== 'none')"
                        + ".map((series) => series.lineStyle?.color ?? series.itemStyle.color)",
                arm);
    }

    @ParameterizedTest
    @CsvSource({"light, dark, true", "dark, light, false", "dark, system, true", "light, system, false"})
    void theThemeIsTheReadersBeforeTheSystems(String system, String chosen, boolean dark) {
        page.open(SamplePage.SMALL);
        page.media("screen", system);
        page.theme(chosen);
        assertThat(page.background()).isEqualTo(dark ? DARK : LIGHT);
        assertThat(textOfChart()).isEqualTo(dark ? "#e3e7eb" : "#1c2126");
    }

    private String textOfChart() {
        return page.script(
                "return echarts.getInstanceByDom(document.querySelector('.plot'))" + ".getOption().textStyle.color");
    }

    @Test
    void theChoiceIsInTheAddress() {
        page.open(SamplePage.SMALL);
        page.model(ARM).click();
        page.theme("dark");
        var address = URI.create(page.driver().getCurrentUrl());
        assertThat(address.getFragment()).isEqualTo("hide=vertx-loop&theme=dark");

        page.open(address.toString());
        assertThat(page.shownOf(ARM)).isEmpty();
        assertThat(page.model(ARM).isSelected()).isFalse();
        assertThat(page.background()).isEqualTo(DARK);

        page.find(".parts a[href='#environment']").click();
        assertThat(URI.create(page.driver().getCurrentUrl()).getFragment())
                .isEqualTo("environment&hide=vertx-loop&theme=dark");
        assertThat(page.shownOf(ARM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"#environment", "#environment&hide=vertx-loop"})
    void anAddressLeadsToItsPart(String hash) {
        page.open(SamplePage.SAMPLE, hash);
        long top = page.<Number>script("return document.getElementById('environment').getBoundingClientRect().top")
                .longValue();
        assertThat(top).isBetween(-1L, 900L);
        assertThat(page.<Number>script("return scrollY").longValue()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"#hide=%E0%A4%A", "#&&=&hide", "#hide=nobody&theme=pink", "#no-such-part&hide="})
    void anAddressThatMakesNoSenseChangesNothing(String hash) {
        page.open(SamplePage.SMALL, hash);
        assertThat(page.console()).isEmpty();
        assertThat(page.shownOf(ARM)).isNotEmpty();
        assertThat(page.drawnCharts()).isEqualTo(page.charts());
    }

    @Test
    void everyLinkLeadsToAPartOfThePage() {
        page.open(SamplePage.SAMPLE);
        List<String> broken = page.script("return [...document.querySelectorAll('a')]"
                + ".map((link) => decodeURIComponent(link.hash.slice(1)))"
                + ".filter((id) => !document.getElementById(id))");
        assertThat(broken).isEmpty();
        assertThat(page.driver().findElements(By.cssSelector("h2")))
                .hasSameSizeAs(page.driver().findElements(By.cssSelector(".title > .anchor")));
    }

    @Test
    void theKeyboardReachesEveryControlAndShowsWhereItIs() {
        page.open(SamplePage.SMALL);
        List<?> controls = page.script(CONTROLS);
        Set<Object> reached = new LinkedHashSet<>();
        for (int i = 0; i < controls.size(); i++) {
            page.press(Keys.TAB);
            reached.add(page.driver().switchTo().activeElement());
            assertThat(page.<String>script("return getComputedStyle(document.activeElement).outlineStyle"))
                    .as(
                            "outline of %s",
                            page.driver().switchTo().activeElement().getText())
                    .isNotEqualTo("none");
        }
        assertThat(controls).hasSizeGreaterThan(20);
        assertThat(reached).containsAll(controls);
    }
}
