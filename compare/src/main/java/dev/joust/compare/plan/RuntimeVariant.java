package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A runtime that some arms choose in place of the usual one, as a session found it.
 *
 * @param name of its calibration: the usual runtime, and the first arm that chooses it
 * @param runtime the name of the usual runtime
 * @param asked what the arms say
 * @param version that its program tells
 * @param jars the SHA-256 of each jar, by its path
 */
public record RuntimeVariant(String name, String runtime, ArmRuntime asked, String version, Map<String, String> jars) {
    public RuntimeVariant {
        jars = new TreeMap<>(jars);
    }

    /**
     * The variant that an arm runs on; empty where it runs on the usual runtime.
     *
     * @param usual the name of the usual runtime of its model
     */
    public static Optional<RuntimeVariant> running(Arm arm, String usual, List<RuntimeVariant> all) {
        return arm.runtime().flatMap(asked -> all.stream()
                .filter(one -> one.runtime.equals(usual) && one.asked.equals(asked))
                .findFirst());
    }

    /** Its version, flags and jars. It hides the paths, because reports are shared. */
    public String text() {
        List<String> parts = new ArrayList<>(List.of(version));
        if (!asked.flags().isEmpty()) {
            parts.add("flags " + String.join(" ", asked.flags()));
        }
        asked.jars()
                .forEach(jar -> parts.add(String.format(
                        Locale.ROOT,
                        "jar %s with SHA-256 %.12s",
                        Path.of(jar).getFileName(),
                        jars.getOrDefault(jar, "n/a"))));
        return String.join("; ", parts);
    }
}
