package dev.joust.service;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/** The image, as an engine runs it for anybody: built from the Dockerfile and the built jar. */
@Timeout(300)
final class ImageIT {
    private static final String NAME = "joust-service:tested";
    private static final int PORT = 8080;
    private static final long SOON_SECONDS = 2;

    private static String image;

    private GenericContainer<?> container;

    @AfterAll
    static void remove() {
        if (image != null) {
            DockerClientFactory.instance().client().removeImageCmd(image).exec();
        }
    }

    /** Before each, for the reason why nothing can be tested to be each test's. */
    @BeforeEach
    void start() {
        if (image == null) {
            image = built();
        }
        container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(PORT)
                .waitingFor(
                        Wait.forHttp("/q/health/ready").forStatusCode(200).withStartupTimeout(Duration.ofSeconds(60)));
        container.start();
    }

    @AfterEach
    void leaveNothingBehind() {
        if (container != null) {
            container.stop();
        }
    }

    @Test
    void answersCallsAndStreamsCountsThemAndIsHealthy() throws Exception {
        try (Wire wire = new Wire(container.getMappedPort(PORT))) {
            assertThat(wire.get("/call?delay=1ms&key=" + Vectors.KEY).text()).isEqualTo(Vectors.START);
            assertThat(wire.get("/stream?bytes=65536&key=" + Vectors.KEY).text())
                    .startsWith(Vectors.START)
                    .hasSize(65536);
            assertThat(wire.get("/stats").text()).startsWith("{\"calls\":1,\"streams\":1,\"bytes\":65664,");
            assertThat(wire.get("/q/health").text()).contains("UP");
        }
        assertThat(container.getLogs()).contains("joust-service ready http://");
    }

    @Test
    void leavesOnSigtermWithinTwoSecondsWithoutWaitingForCallsUnderWay() throws Exception {
        try (Wire wire = new Wire(container.getMappedPort(PORT))) {
            wire.send("GET", "/call?delay=60s&key=" + Vectors.KEY, "");
            DockerClient docker = container.getDockerClient();
            long begin = System.nanoTime();
            docker.killContainerCmd(container.getContainerId())
                    .withSignal("TERM")
                    .exec();
            int code =
                    docker.waitContainerCmd(container.getContainerId()).start().awaitStatusCode(20, SECONDS);
            assertThat(System.nanoTime() - begin).isLessThan(SECONDS.toNanos(SOON_SECONDS));
            assertThat(code).isEqualTo(143);
        }
    }

    @Test
    void isNobodyOfConsequence() throws Exception {
        assertThat(container.execInContainer("id", "-u").getStdout().strip()).isNotEqualTo("0");
    }

    private static String built() {
        return Engine.made("the service's image", () -> {
            var built = new ImageFromDockerfile(NAME, false)
                    .withFileFromPath("Dockerfile", Path.of("src", "main", "docker", "Dockerfile"))
                    .withFileFromPath("joust-service.jar", Path.of(System.getProperty("joust.service.runner")));
            Optional.ofNullable(System.getenv("JOUST_BASE")).ifPresent(base -> built.withBuildArg("BASE", base));
            return built.get();
        });
    }
}
