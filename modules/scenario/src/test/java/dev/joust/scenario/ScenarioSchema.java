package dev.joust.scenario;

import dev.joust.scenario.Shape.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the JSON Schema of scenario files from the reader's own {@link Language}. It says what one value can say about
 * itself: keys, forms, numbers without a unit. What needs the rest of the file, or a unit, the reader alone checks.
 */
final class ScenarioSchema {
    private final Set<String> models;
    private final String title;
    private final Shape file;
    private final Map<String, Object> definitions = new TreeMap<>();

    /**
     * @param models the names that editors propose for a model; others are accepted too, since a user's jar can add one
     */
    ScenarioSchema(Set<String> models) {
        this(models, "Joust scenario", Language.SCENARIO);
    }

    /** The schema of files of this shape. */
    ScenarioSchema(Set<String> models, String title, Shape file) {
        this.models = models;
        this.title = title;
        this.file = file;
    }

    /** The schema as text. */
    String text() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", title);
        root.putAll(properties((Mapping) file));
        root.put("definitions", definitions);
        return JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(root)
                        .replace("\r\n", "\n")
                + "\n";
    }

    private Map<String, Object> of(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> matching("\\S");
            case Shape.ModelName model -> anyOf(Map.of("enum", models), matching("\\S"));
            case Shape.OptionValue option -> ordered("type", List.of("string", "number", "boolean"), "pattern", "\\S");
            case Shape.Form form -> matching(whole(form.pattern()));
            case Shape.Choice choice -> Map.of("enum", choice.words());
            case Shape.TrueOrFalse trueOrFalse -> Map.of("type", "boolean");
            case Shape.Time time -> matching(whole(Durations.PATTERN));
            case Shape.Size(long max) -> anyOf(integer(0, max), matching(whole(Value.BYTES)));
            case Shape.Whole(int min, int max) -> integer(min, max);
            case Shape.PerCore(int min, int max) -> anyOf(integer(min, max), matching(whole(Value.COUNT)));
            case Shape.Decimal(double min, double max) -> ordered("type", "number", "minimum", min, "maximum", max);
            case Shape.ListOf(Shape item) -> ordered("type", "array", "minItems", 1, "items", of(item));
            case Shape.Named(Shape value) ->
                ordered("type", "object", "minProperties", 1, "additionalProperties", of(value));
            case Shape.ByKey(var _, var with, var without) -> anyOf(of(without), of(with));
            case Shape.Swept(Shape one) ->
                anyOf(
                        of(one),
                        anyOf(
                                ordered("type", "array", "minItems", 2, "maxItems", 20, "items", of(one)),
                                matching(whole(SweptValues.RANGE))));
            case Mapping mapping -> reference(mapping);
            case Shape.Either(Shape brief, Shape whole) -> anyOf(of(brief), of(whole));
        };
    }

    private Map<String, Object> reference(Mapping mapping) {
        var name = mapping.name().replace(' ', '-');
        if (!definitions.containsKey(name)) {
            definitions.put(name, properties(mapping));
        }
        return Map.of("$ref", "#/definitions/" + name);
    }

    private Map<String, Object> properties(Mapping mapping) {
        Map<String, Object> properties = new LinkedHashMap<>();
        mapping.keys().forEach(key -> properties.put(key.name(), of(key.value())));
        var schema = ordered("type", "object", "properties", properties, "additionalProperties", false);
        var required = mapping.keys().stream()
                .filter(Shape.Key::required)
                .map(Shape.Key::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("minProperties", 1);
        if (mapping.single()) {
            schema.put("maxProperties", 1);
        }
        return schema;
    }

    private static Map<String, Object> matching(String pattern) {
        return ordered("type", "string", "pattern", pattern);
    }

    private static String whole(Pattern pattern) {
        return "^(" + pattern.pattern() + ")$";
    }

    private static Map<String, Object> integer(long min, long max) {
        return ordered("type", "integer", "minimum", min, "maximum", max);
    }

    private static Map<String, Object> anyOf(Object first, Object second) {
        return ordered("anyOf", List.of(first, second));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
