package dev.joust.compare.job;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The users' own scenarios as a ConfigMap, which every pod mounts.
 *
 * @param files the text of each file, by its name
 */
record MountedScenarios(Map<String, String> files) {
    static final String FOLDER = "/work/scenarios";

    /** Kubernetes takes 1 MiB in all. */
    private static final int MAX_BYTES = 1_000_000;

    /**
     * Reads the files.
     *
     * @throws UsageException when two have the same name, or they are too large in all
     */
    static MountedScenarios read(List<JobScenario> scenarios) throws IOException {
        Map<String, String> files = new TreeMap<>();
        int bytes = 0;
        for (var scenario : scenarios) {
            var file = scenario.file().orElseThrow();
            var text = new FolderFile(file).text(MAX_BYTES);
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            if (files.putIfAbsent(fileName(file), text) != null) {
                throw new UsageException(String.format(
                        Locale.ROOT, "two scenario files are named %s; a manifest takes one", fileName(file)));
            }
        }
        if (bytes > MAX_BYTES) {
            throw new UsageException(String.format(
                    Locale.ROOT, "the scenario files have %d bytes; a manifest takes %d", bytes, MAX_BYTES));
        }
        return new MountedScenarios(files);
    }

    /** Where a pod finds the file. */
    static String path(JobScenario scenario) {
        return FOLDER + "/" + fileName(scenario.file().orElseThrow());
    }

    /** @throws UsageException when it is no key of a ConfigMap */
    private static String fileName(Path file) {
        var name = file.getFileName().toString();
        if (!name.matches("[A-Za-z0-9_.-]+")) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "Kubernetes takes files whose names have letters, digits and any of _ . - alone; found '%s'",
                    name));
        }
        return name;
    }

    /** The manifest of the ConfigMap; empty without files. */
    String manifest(String name) {
        if (files.isEmpty()) {
            return "";
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("apiVersion", "v1");
        map.put("kind", "ConfigMap");
        map.put("metadata", Map.of("name", name));
        map.put("data", files);
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .build())
                .dumpToString(map);
    }
}
