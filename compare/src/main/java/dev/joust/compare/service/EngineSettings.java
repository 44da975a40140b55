package dev.joust.compare.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What names the container engine: the environment, and a file in which Testcontainers keeps how it once found one.
 * That engine may be gone.
 */
record EngineSettings(Map<String, String> environment, Path file) {
    private static final String HOST = "DOCKER_HOST";
    private static final List<String> KEYS = List.of("docker.host", "docker.client.strategy");

    /** The settings of this user. */
    static EngineSettings ofUser() {
        return new EngineSettings(
                System.getenv(), Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
    }

    /** The address that the environment names; an empty one is none. */
    Optional<String> host() {
        return Optional.ofNullable(environment.get(HOST)).filter(host -> !host.isBlank());
    }

    /** What says that no engine answers, with each setting that was tried. */
    String noAnswer() {
        return "no container engine answers"
                + host().map(host -> String.format(Locale.ROOT, " at %s, which %s names", host, HOST))
                        .orElse("")
                + kept().map(settings -> String.format(Locale.ROOT, " (%s says %s)", file, settings))
                        .orElse("");
    }

    private Optional<String> kept() {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // no such file is the usual case, and Testcontainers ignores a broken one
        }
        var settings = KEYS.stream()
                .filter(properties::containsKey)
                .map(key -> key + "=" + properties.getProperty(key))
                .collect(Collectors.joining(", "));
        return Optional.of(settings).filter(text -> !text.isEmpty());
    }
}
