package dev.joust.compare.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void anEmptyHostIsNone() {
        for (var host : new String[] {"", " "}) {
            var settings = new EngineSettings(Map.of("DOCKER_HOST", host), folder.resolve("none"));
            assertThat(settings.host()).isEmpty();
            assertThat(settings.noAnswer()).isEqualTo("no container engine answers");
        }
    }

    @Test
    void aHostIsNamed() {
        var settings = new EngineSettings(Map.of("DOCKER_HOST", "tcp://gone:2375"), folder.resolve("none"));
        assertThat(settings.host()).contains("tcp://gone:2375");
        assertThat(settings.noAnswer())
                .isEqualTo("no container engine answers at tcp://gone:2375, which DOCKER_HOST names");
    }

    @Test
    void aStrategyThatTestcontainersKeptIsNamedWithItsFile() throws IOException {
        var file = Files.writeString(folder.resolve(".testcontainers.properties"), """
                docker.client.strategy=org.testcontainers.dockerclient.UnixSocketClientProviderStrategy
                docker.host=unix\\:///run/gone.sock
                """);
        assertThat(new EngineSettings(Map.of(), file).noAnswer())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "no container engine answers (%s says docker.host=unix:///run/gone.sock, %s)",
                        file,
                        "docker.client.strategy=org.testcontainers.dockerclient."
                                + "UnixSocketClientProviderStrategy"));
    }

    @Test
    void aBrokenFileOfTestcontainersIsIgnored() throws IOException {
        var file = Files.writeString(folder.resolve(".testcontainers.properties"), "docker.host=\\uXYZ");
        assertThat(new EngineSettings(Map.of(), file).noAnswer()).isEqualTo("no container engine answers");
    }
}
