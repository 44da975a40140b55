package dev.joust.compare.report;

import dev.joust.trial.Json;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * {@code report.html}: one file that asks the network for nothing. Every figure stands in a table, the charts come on top.
 */
public record HtmlPage(Report report) {
    /** A scenario with its tables; what the template shows. */
    public record Section(
            String id, ScenarioReport scenario, List<Table> tables, List<Table> folded, Charts.Chart chart) {}

    /** The document. */
    public String text() {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        var html = Variant.forContentType(Variant.TEXT_HTML);
        engine.putTemplate("table", engine.parse(resource("table.html"), html));
        return engine.parse(resource("report.html"), html)
                .data("report", report)
                .data("matrix", Matrix.of(report))
                .data("sections", sections())
                .data("ledger", report.ledger().table())
                .data("environment", Tables.environment(report))
                .data(
                        "effect",
                        report.controls().smallestEffect().map(Summary::effect).orElse(Numbers.ABSENT))
                .data("style", new RawString(resource("report.css")))
                .data("echarts", new RawString(resource(echarts())))
                .data("script", new RawString(resource("report.js")))
                .data("data", new RawString(Json.line(Charts.of(report)).replace("<", "\\u003c")))
                .render();
    }

    private List<Section> sections() {
        var scenarios = report.ordered();
        return IntStream.range(0, scenarios.size())
                .mapToObj(i -> section("s" + i, scenarios.get(i)))
                .toList();
    }

    private static Section section(String id, ScenarioReport scenario) {
        return new Section(
                id,
                scenario,
                filled(Tables.results(scenario), Tables.latencies(scenario), Tables.invalid(scenario)),
                filled(Tables.bill(scenario), Tables.trials(scenario)),
                Charts.chart(id, scenario));
    }

    private static List<Table> filled(Table... tables) {
        return List.of(tables).stream().filter(Table::filled).toList();
    }

    /** Where the jar of ECharts has the script: under its version, which the jar's own Maven properties say. */
    private static String echarts() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(resource("/META-INF/maven/org.mvnpm/echarts/pom.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/_static/echarts/%s/dist/echarts.min.js"
                .formatted(properties.getProperty("version"));
    }

    private static String resource(String name) {
        try (var in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a part of the report is not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the report cannot be read: " + name, e);
        }
    }
}
