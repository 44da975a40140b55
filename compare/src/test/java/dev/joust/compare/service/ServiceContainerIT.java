package dev.joust.compare.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.Engine;
import dev.joust.compare.machine.ChildProcesses;
import dev.joust.compare.machine.DisturbanceMonitor;
import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real service in real containers. */
@ExtendWith(Engine.class)
final class ServiceContainerIT {
    private static final double NOTICEABLE_CORES = 0.05;
    private static final List<String> COMPILER = Profile.QUICK.compiler();

    private Engine.Image image;

    @BeforeEach
    void take(Engine.Image built) {
        image = built;
    }

    @Test
    void everyRestartMakesAFreshContainerAndRemovesTheOldOne() throws Exception {
        long closing;
        try (var service = ServiceContainer.answering(ServiceImage.of(Optional.of(image.name())), COMPILER)) {
            var first = service.restart();
            new ServiceStatsClient(first).warmUp();
            var before = image.containers();
            var second = service.restart();
            assertThat(new ServiceStatsClient(second).counts().calls()).isZero();
            assertThatThrownBy(() -> new ServiceStatsClient(first).counts()).isInstanceOf(IOException.class);
            assertThat(image.containers()).doesNotContainAnyElementsOf(before).hasSize(1);
            closing = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - closing))
                .as("it left without being killed")
                .isLessThan(ChildProcesses.TERMINATION_LIMIT);
        assertThat(image.containers()).isEmpty();
    }

    @Test
    void itAnswersFromABridgeToo() throws Exception {
        try (var service = new ServiceContainer(image.name(), ServiceNetwork.BRIDGE, COMPILER)) {
            assertThat(new ServiceStatsClient(service.restart()).counts().calls())
                    .isZero();
            assertThat(service.info().sentence()).contains("a bridge, its port published on 127.0.0.1");
        }
    }

    @Test
    void itsProcessCountsAsOurs() throws Exception {
        try (var service = ServiceContainer.answering(ServiceImage.of(Optional.of(image.name())), COMPILER)) {
            assertThat(service.processes()).isEmpty();
            var client = new ServiceStatsClient(service.restart());
            try (var knowing = DisturbanceMonitor.start(service.processes());
                    var ignorant = DisturbanceMonitor.start(Set.of())) {
                client.warmUp();
                // read together, so that other load on the machine is the same for both
                assertThat(foreign(ignorant) - foreign(knowing)).isGreaterThan(NOTICEABLE_CORES);
            }
            assertThat(service.processes()).hasSize(1).allSatisfy(pid -> assertThat(
                            Files.readString(Path.of(String.format(Locale.ROOT, "/proc/%d/cmdline", pid))))
                    .contains(Distribution.SERVICE_JAR));
        }
    }

    @Test
    void aContainerThatDoesNotBecomeReadyShowsTheEndOfItsLog() throws Exception {
        try (var service = new ServiceContainer(image.name(), ServiceNetwork.HOST, List.of("-XX:+NoSuchFlag"))) {
            assertThatThrownBy(service::restart)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the service did not become ready")
                    .hasMessageContaining("Unrecognized VM option 'NoSuchFlag'");
        }
    }

    @Test
    void anImageThatCannotBeBuiltIsOneSentence() {
        var broken = new ServiceImage(
                Optional.empty(), Optional.of("joust-no-such-base:none"), Distribution.serviceFolder());
        assertThatThrownBy(broken::provide)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the service's image cannot be built from")
                .hasMessageContaining("on joust-no-such-base:none: ");
    }

    private static double foreign(DisturbanceMonitor monitor) {
        return monitor.stop().foreignCores().orElseThrow();
    }
}
