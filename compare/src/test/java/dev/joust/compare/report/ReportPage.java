package dev.joust.compare.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * A report in a browser.
 *
 * <p>A chart is named by the id of its element, a table by the start of its caption.
 */
record ReportPage(ChromeDriver driver) {
    static final int WIDE = 1200;
    static final int NARROW = 320;
    private static final int HEIGHT = 900;
    private static final String CHART =
            "const chart = echarts.getInstanceByDom(document.getElementById(arguments[0]));";

    /** Opens a page as on a light screen of 1200 pixels, with scripts. */
    void open(SamplePage page, String... hash) {
        media("screen", "light");
        scripts(true);
        width(WIDE);
        open(page.file().toUri() + String.join("", hash));
    }

    /** Opens an address. Another one with the same file and another hash would not load it again. */
    void open(String address) {
        driver.get("about:blank");
        console();
        driver.get(address);
    }

    void width(int pixels) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * What the page is shown on.
     *
     * @param medium {@code screen} or {@code print}
     * @param scheme of colours that the system prefers
     */
    void media(String medium, String scheme) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void scripts(boolean run) {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    void cdp(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }

    /** The value of an expression or a function body that returns one. */
    @SuppressWarnings("unchecked")
    <T> T script(String body, Object... arguments) {
        return (T) driver.executeScript(body, arguments);
    }

    /** What the console and the policy of the page complain about, since the page was opened. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that the page asked for, beside its own. */
    List<String> requests() {
        return script("return performance.getEntriesByType('resource').map((entry) => entry.name)");
    }

    /** The ids of the charts, in reading order. */
    List<String> charts() {
        return script("return [...document.querySelectorAll('.plot')].map((plot) => plot.id)");
    }

    /** The charts that are shown and have a drawing. */
    List<String> drawnCharts() {
        return script("return [...document.querySelectorAll('.plot')]"
                + ".filter((plot) => plot.checkVisibility() && plot.querySelectorAll('svg path').length > 3)"
                + ".map((plot) => plot.id)");
    }

    /** The series of a chart, as they were given to ECharts. */
    List<Map<String, Object>> series(String chart) {
        return script(
                CHART + "return chart.getOption().series.map(({ name, data, symbol, lineStyle }) => "
                        + "({ name, data, symbol, dashed: lineStyle?.type === 'dashed' }))",
                chart);
    }

    /** The names on the horizontal axis of a chart. */
    List<String> categories(String chart) {
        return script(CHART + "return chart.getOption().xAxis[0].data", chart);
    }

    /** The names on the vertical axis of a chart. */
    List<String> rows(String chart) {
        return script(CHART + "return chart.getOption().yAxis[0].data", chart);
    }

    /** Whether a series, an axis or the legend of a chart names this arm. */
    boolean names(String chart, String arm) {
        return script(
                CHART + "const { series, xAxis, yAxis, legend } = chart.getOption();"
                        + "return JSON.stringify([series.map(({ name }) => name), [...xAxis, ...yAxis, ...legend ?? []]"
                        + ".map(({ data }) => data)]).includes(arguments[1])",
                chart,
                arm);
    }

    /** The rows of the table of a chart's section whose caption starts so, the headers first; empty without one. */
    List<List<String>> table(String chart, String caption) {
        return script(
                "const section = document.getElementById(arguments[0]).closest('section');"
                        + "const table = [...section.querySelectorAll('table')]"
                        + ".find((one) => one.caption.textContent.startsWith(arguments[1]));"
                        + "return [...table?.rows ?? []].map((row) => [...row.cells].map((cell) => cell.textContent))",
                chart,
                caption);
    }

    /** The rows and columns that are shown of a model, anywhere in the page. */
    List<WebElement> shownOf(String arm) {
        return driver.findElements(By.cssSelector(String.format(Locale.ROOT, "[data-arm='%s']", arm))).stream()
                .filter(part -> this.<Boolean>script("return getComputedStyle(arguments[0]).display !== 'none'", part))
                .toList();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The box of a model. */
    WebElement model(String arm) {
        return find(String.format(Locale.ROOT, "input.model[value='%s']", arm));
    }

    /** Chooses an entry of the list of themes. */
    void theme(String value) {
        find(String.format(Locale.ROOT, "#theme option[value='%s']", value)).click();
    }

    /** The colour behind the page. */
    String background() {
        return script("return getComputedStyle(document.body).backgroundColor");
    }

    void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    /** By how many pixels the page is wider than the window. */
    long overflow() {
        return this.<Long>script("return document.documentElement.scrollWidth - window.innerWidth");
    }

    /** Takes a picture of the page, down to this many pixels. */
    void picture(String name, long most) {
        long height = Math.min(most, this.<Long>script("return document.documentElement.scrollHeight"));
        int width = Math.toIntExact(this.<Long>script("return window.innerWidth"));
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        try {
            Files.createDirectories(SamplePage.SCREENSHOTS);
            Files.write(SamplePage.SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            width(width);
        }
    }
}
