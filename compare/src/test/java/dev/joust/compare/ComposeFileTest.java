package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code docker-compose.yml} allows its containers. */
final class ComposeFileTest {
    private Map<String, Map<String, Object>> services;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void parsed() throws IOException {
        var text = Files.readString(SourceTree.top().resolve("docker-compose.yml"));
        var all = (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
        assertThat(all).as("compose 1.27 and 2 take it without a version").containsOnlyKeys("services");
        services = (Map<String, Map<String, Object>>) all.get("services");
    }

    @Test
    void noContainerHasRightsOrIsWithoutLimits() {
        assertThat(services).containsOnlyKeys("service", "joust").allSatisfy((name, service) -> assertThat(service)
                .as(name)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsEntry("read_only", true)
                .containsEntry("init", true)
                .containsKeys("mem_limit", "pids_limit", "shm_size", "tmpfs")
                .doesNotContainKeys("privileged", "cap_add", "devices", "pid", "ipc"));
    }

    @Test
    void nothingOfTheSourcesIsMountedButScenarios() {
        assertThat(services.get("service")).doesNotContainKey("volumes");
        assertThat(services.get("joust"))
                .containsEntry(
                        "volumes",
                        List.of(
                                "${JOUST_SCENARIOS:-./compare/scenarios}:/work/scenarios:ro",
                                "./sessions:/work/sessions"));
    }

    @Test
    void onlyLoopbackOfTheHostIsPublishedAndTheServiceIsNot() {
        assertThat(services.get("service")).containsEntry("ports", List.of("127.0.0.1:${JOUST_PORT:-8080}:8080"));
        assertThat(services.get("service").get("environment"))
                .asInstanceOf(MAP)
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "8081");
    }

    @Test
    void bothContainersHaveTheSameToken() {
        assertThat(services.values().stream()
                        .map(service -> ((Map<?, ?>) service.get("environment")).get("JOUST_SERVICE_TOKEN"))
                        .distinct())
                .hasSize(1)
                .doesNotContainNull();
    }
}
