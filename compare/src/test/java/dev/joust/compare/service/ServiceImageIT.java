package dev.joust.compare.service;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.compare.Engine;
import dev.joust.compare.ServiceAnswers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The service's image as any engine runs it. */
@Timeout(300)
@ExtendWith(Engine.class)
@Isolated("it measures how soon a container exits")
final class ServiceImageIT {
    private static final int PORT = 8080;
    private static final Duration LATE = Duration.ofSeconds(60);
    private static final long SOON_SECONDS = 2;
    private static final int SIGTERM_EXIT = 143;

    private GenericContainer<?> container;

    @BeforeEach
    void start(Engine.Image image) {
        container = new GenericContainer<>(DockerImageName.parse(image.name()))
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/q/health/ready").forStatusCode(200).withStartupTimeout(LATE));
        container.start();
    }

    @AfterEach
    void leaveNothingBehind() {
        if (container != null) {
            container.stop();
        }
    }

    @Test
    void answersAndCountsCallsAndStreamsHealthyAndWithoutRights() throws Exception {
        var answers = new ServiceAnswers(address());
        answers.assertRight();
        assertThat(answers.body("/q/health")).asString(StandardCharsets.UTF_8).contains("UP");
        assertThat(container.getLogs()).contains("joust-service ready http://");
        assertThat(container.execInContainer("id", "-u").getStdout().strip()).isNotEqualTo("0");
    }

    @Test
    void exitsOnSigtermWithinTwoSecondsWithoutWaitingForCallsInProgress() throws Exception {
        try (var caller = new Socket(container.getHost(), container.getMappedPort(PORT))) {
            caller.getOutputStream()
                    .write("GET /call?delay=60s&key=0000000000000001 HTTP/1.1\r\nHost: joust\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            await().atMost(LATE).until(this::isCalled);
            var docker = container.getDockerClient();
            long begin = System.nanoTime();
            docker.killContainerCmd(container.getContainerId())
                    .withSignal("TERM")
                    .exec();
            int code =
                    docker.waitContainerCmd(container.getContainerId()).start().awaitStatusCode(20, SECONDS);
            assertThat(System.nanoTime() - begin).isLessThan(SECONDS.toNanos(SOON_SECONDS));
            assertThat(code).isEqualTo(SIGTERM_EXIT);
        }
    }

    /** Two requests are open: the call, and this one for the counts. */
    private boolean isCalled() throws IOException, InterruptedException {
        return new ServiceStatsClient(address()).counts().open() >= 2;
    }

    private URI address() {
        return URI.create(
                String.format(Locale.ROOT, "http://%s:%d", container.getHost(), container.getMappedPort(PORT)));
    }
}
