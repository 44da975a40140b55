package dev.joust.trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Environment variables from which a JVM takes flags, such as another collector or a debugger, and prints that it did.
 * The JVMs of a session do not get them: their flags are those of the session. The launcher renames them, so that its
 * own JVM can tell what was set.
 */
public final class JvmVariables {
    private static final List<String> NAMES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** What the launcher puts before the name of a variable that it does not pass on. */
    private static final String IGNORED = "JOUST_IGNORED_";

    private JvmVariables() {}

    /** A builder that starts this command without these variables. */
    public static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(NAMES);
        return builder;
    }

    /** Those that were set, by name, with their values. */
    public static Map<String, String> ignored(Map<String, String> environment) {
        var ignored = new TreeMap<String, String>();
        for (var name : NAMES) {
            var value = environment.getOrDefault(IGNORED + name, environment.getOrDefault(name, ""));
            if (!value.isBlank()) {
                ignored.put(name, value);
            }
        }
        return ignored;
    }

    /** What a user has to know of each ignored variable. */
    public static List<String> cautions(Map<String, String> ignored) {
        return ignored.entrySet().stream()
                .map(variable -> String.format(
                        Locale.ROOT,
                        "%s was set to '%s' and not passed on to the JVMs that are measured",
                        variable.getKey(),
                        variable.getValue()))
                .toList();
    }
}
