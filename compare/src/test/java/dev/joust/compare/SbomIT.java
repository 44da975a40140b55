package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The build lists what it delivers. */
final class SbomIT {
    private static final Path HOME = Path.of(System.getProperty("joust.home"));

    @ParameterizedTest
    @CsvSource({
        "joust.cdx.json, pkg:maven/io.vertx/vertx-core@5",
        "joust.cdx.json, pkg:maven/com.github.oshi/oshi-core@",
        "service/joust-service.cdx.json, pkg:maven/io.quarkus/quarkus-vertx-http@",
        "service/joust-service.cdx.json, pkg:maven/io.vertx/vertx-core@4",
    })
    void aDeliveredLibraryIsNamed(String file, String packageUrl) throws IOException {
        assertThat(components(file))
                .anySatisfy(each -> assertThat(each.path("purl").asString()).startsWith(packageUrl));
    }

    @ParameterizedTest
    @CsvSource({"joust.cdx.json", "service/joust-service.cdx.json"})
    void everyLibraryHasALicenceAndATestLibraryIsNone(String file) throws IOException {
        assertThat(components(file))
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> assertThat(each.path("licenses")).isNotEmpty())
                .noneSatisfy(each -> assertThat(each.path("purl").asString()).contains("junit"));
    }

    private static Iterable<JsonNode> components(String file) throws IOException {
        assumeThat(HOME.resolve(file))
                .as("made by an online build: the plugin does not run offline")
                .exists();
        return JsonMapper.shared()
                .readTree(Files.readString(HOME.resolve(file)))
                .path("components");
    }
}
