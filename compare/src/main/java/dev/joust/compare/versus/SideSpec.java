package dev.joust.compare.versus;

import dev.joust.compare.plan.UsageException;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.ArmSettings;
import dev.joust.scenario.JvmFlag;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads BASE and HEAD of the command line: the word {@code base}, a YAML file, or
 * {@code java=PATH,flags=FLAG,jars=JAR,python=PATH,option.NAME=VALUE}. After {@code flags} and {@code jars} more of
 * them may follow without the key. For one use.
 */
public final class SideSpec {
    /** What the session gives every arm. */
    private static final String BASE = "base";

    private static final String OPTION = "option.";
    private static final String KNOWN = "java, flags, jars, python, option.NAME; or the word base, or a YAML file";

    private final String text;
    private Optional<String> java = Optional.empty();
    private Optional<String> python = Optional.empty();
    private final List<String> flags = new ArrayList<>();
    private final List<String> jars = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    private SideSpec(String text) {
        this.text = text;
    }

    /**
     * What the text says. Paths are relative to the current folder, in a file to the file.
     *
     * @throws UsageException when it says nothing that can be read
     * @throws dev.joust.scenario.BadScenarioException when its file cannot be read
     */
    public static ArmSettings parse(String text) {
        if (text.strip().equals(BASE)) {
            return new ArmSettings(ArmRuntime.USUAL, Map.of());
        }
        try {
            return text.endsWith(".yaml") || text.endsWith(".yml")
                    ? ArmSettings.read(Path.of(text))
                    : new SideSpec(text).settings();
        } catch (InvalidPathException e) {
            throw new UsageException(String.format(Locale.ROOT, "'%s' holds no path: %s", text, e.getReason()));
        }
    }

    private ArmSettings settings() {
        var key = "";
        for (var part : text.split(",", -1)) {
            boolean more = key.equals("flags") && part.startsWith("-") || key.equals("jars") && !part.contains("=");
            var words = more ? new String[] {key, part} : part.split("=", 2);
            key = words[0].strip();
            add(key, words.length == 2 ? words[1].strip() : "");
        }
        return new ArmSettings(new ArmRuntime(java, flags, jars, python), options);
    }

    private void add(String key, String value) {
        boolean known = List.of("java", "flags", "jars", "python").contains(key)
                || key.startsWith(OPTION) && key.length() > OPTION.length();
        if (!known) {
            throw bad(String.format(Locale.ROOT, "unknown key '%s'; known: %s", key, KNOWN));
        }
        if (value.isEmpty()) {
            throw bad(String.format(Locale.ROOT, "'%s' needs a value, as in %s=VALUE", key, key));
        }
        switch (key) {
            case "java" -> java = Optional.of(once(key, java.isPresent(), path(value)));
            case "python" ->
                python = Optional.of(once(key, python.isPresent(), ArmRuntime.isName(value) ? value : path(value)));
            case "jars" -> jars.add(path(value));
            case "flags" -> List.of(value.split("\\s+")).forEach(this::addFlag);
            default ->
                options.put(
                        key.substring(OPTION.length()),
                        once(key, options.containsKey(key.substring(OPTION.length())), value));
        }
    }

    private void addFlag(String flag) {
        JvmFlag.objection(flag).ifPresent(objection -> {
            throw bad(objection);
        });
        flags.add(flag);
    }

    private String once(String key, boolean again, String value) {
        if (again) {
            throw bad(String.format(Locale.ROOT, "'%s' stands twice", key));
        }
        return value;
    }

    private static String path(String value) {
        return Path.of(value).toAbsolutePath().normalize().toString();
    }

    private UsageException bad(String complaint) {
        return new UsageException(String.format(Locale.ROOT, "'%s': %s", text, complaint));
    }
}
