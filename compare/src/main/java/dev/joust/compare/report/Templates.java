package dev.joust.compare.report;

import dev.joust.trial.Json;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes pages from the templates, style sheet and scripts on the class path. */
final class Templates {
    private static final List<String> FRAGMENTS =
            List.of("table", "rate-figure", "fidelity-section", "timeline-section", "page-controls", "page-parts");

    /** What the page shows is chosen before the charts are drawn, and changed after. */
    private static final List<String> BEFORE_CHARTS = List.of("controls/chosen");

    private static final List<String> AFTER_CHARTS = List.of("controls/choose", "controls/copy");

    /** The scripts of {@code charts}, each after those whose names it uses. */
    private static final List<String> SCRIPTS = List.of(
            "plots",
            "tones",
            "axes",
            "forest",
            "trials",
            "latency",
            "sweep",
            "rate",
            "price",
            "course",
            "fidelity",
            "timeline",
            "page");

    private Templates() {}

    /** A page with its style sheet and scripts. */
    static TemplateInstance page(String name) {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        var html = Variant.forContentType(Variant.TEXT_HTML);
        for (var fragment : FRAGMENTS) {
            engine.putTemplate(fragment, engine.parse(resource(fragment + ".html"), html));
        }
        return engine.parse(resource(name), html)
                .data("style", new RawString(resource("report.css")))
                .data("echarts", new RawString(resource(echarts())))
                .data("script", new RawString(script()))
                .data("arms", List.of());
    }

    /** One function, so that the scripts share names and the page has none of them. */
    private static String script() {
        return Stream.of(BEFORE_CHARTS.stream(), SCRIPTS.stream().map(name -> "charts/" + name), AFTER_CHARTS.stream())
                .flatMap(names -> names)
                .map(name -> resource(name + ".js"))
                .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
    }

    /** JSON for a script, safe within a page. */
    static RawString data(Object value) {
        return new RawString(Json.line(value).replace("<", "\\u003c"));
    }

    /** The path of the script in the jar of ECharts. It holds the version, which the jar's Maven properties state. */
    private static String echarts() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(resource("/META-INF/maven/org.mvnpm/echarts/pom.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.format(
                Locale.ROOT,
                "/META-INF/resources/_static/echarts/%s/dist/echarts.min.js",
                properties.getProperty("version"));
    }

    private static String resource(String name) {
        try (var in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a part of the report is not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the report cannot be read: " + name, e);
        }
    }
}
