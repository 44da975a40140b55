package dev.joust.scenario;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code java}, {@code flags}, {@code jars} and {@code python}, whose shapes are checked. Whether the files exist
 * is checked before a session starts.
 *
 * @param file the file that paths are relative to; without one they stay as they are
 */
record ArmRuntimeReader(Optional<Path> file) {
    private static final YamlText YAML = new YamlText("settings file", "it says what an arm runs on");

    Optional<ArmRuntime> read(Section fields) {
        var runtime = new ArmRuntime(
                fields.optional("java").map(this::path),
                fields.optional("flags").map(ArmRuntimeReader::flags).orElse(List.of()),
                fields.optional("jars").map(this::jars).orElse(List.of()),
                fields.optional("python").map(this::program));
        return runtime.unlessUsual();
    }

    static ArmSettings settings(Path file) {
        var root = YAML.root(file.toString(), YAML.read(file));
        ShapeCheck.check(root, Language.SETTINGS);
        var fields = root.section();
        Map<String, String> options = new HashMap<>();
        fields.optional("options")
                .ifPresent(
                        given -> given.section().entries().forEach((name, value) -> options.put(name, value.text())));
        var runtime = new ArmRuntimeReader(Optional.of(file)).read(fields);
        return new ArmSettings(runtime.orElse(ArmRuntime.USUAL), options);
    }

    private static List<String> flags(Value list) {
        for (var item : list.items()) {
            JvmFlag.objection(item.text()).ifPresent(objection -> {
                throw item.bad(objection);
            });
        }
        return list.items().stream().map(Value::text).toList();
    }

    private List<String> jars(Value list) {
        return list.items().stream().map(this::path).toList();
    }

    /** A path, or the name of a program that is looked for on the path of programs. */
    private String program(Value value) {
        return ArmRuntime.isName(value.text()) ? value.text() : path(value);
    }

    private String path(Value value) {
        try {
            var path = Path.of(value.text());
            return file.map(from -> from.toAbsolutePath().resolveSibling(path).normalize())
                    .orElse(path)
                    .toString();
        } catch (InvalidPathException e) {
            throw value.bad(String.format(Locale.ROOT, "'%s' is no path: '%s'", value.key(), value.text()));
        }
    }
}
