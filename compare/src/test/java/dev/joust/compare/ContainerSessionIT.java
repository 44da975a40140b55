package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.session.ServiceInfo;
import dev.joust.compare.session.SessionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A session whose service runs in a container. It is stopped twice, and each time no container is left. */
@Tag("long")
@ExtendWith(Engine.class)
final class ContainerSessionIT {
    private static final Duration END_LIMIT = Duration.ofSeconds(5);
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final int SIGTERM_EXIT = 143;
    private static final int SIGKILL_EXIT = 137;

    @TempDir
    private Path folder;

    private Engine.Image image;
    private JoustCommand joust;
    private Path session;

    @BeforeEach
    void prepare(Engine.Image built) {
        image = built;
        joust = new JoustCommand(folder).with("JOUST_SERVICE_IMAGE", image.name());
        session = folder.resolve("session");
    }

    @Test
    void aSessionSaysThatItsServiceIsAContainerAndResumesWithAContainerOnly() throws Exception {
        // it runs on for a moment after the signal, and must not take the failed trial for a reason to start a round
        try (var begun = joust.start(
                "run",
                joust.writeCallingScenario(),
                "--no-controls",
                "--rest",
                "0",
                "--service",
                "container",
                "--out",
                session.toString())) {
            await().atMost(START_LIMIT).until(() -> !begun.process().isAlive() || isInMidRound(0));
            begun.signal("TERM");
            assertThat(begun.awaitEnd()).as(begun.said()).isEqualTo(SIGTERM_EXIT);
            assertNoContainerIsLeft();
            assertThat(begun.said())
                    .contains("service: container on 127.0.0.1, image ", "go on with: joust run --resume")
                    .doesNotContain("Exception", "SLF4J");
        }
        var opened = SessionFolder.open(session);
        assertThat(opened.readSession().machine().service())
                .extracting(ServiceInfo::sentence, STRING)
                .startsWith(
                        String.format(Locale.ROOT, "container on 127.0.0.1, image %s, host network; ", image.name()));
        assertThat(opened.readResults()
                        .getFirst()
                        .outside()
                        .service()
                        .orElseThrow()
                        .calls())
                .isPositive();
        assertThat(opened.readResults())
                .as("the trial that the signal interrupted is not recorded as failed")
                .allMatch(result -> result.failure().isEmpty());

        long before = Files.size(results());
        try (var resumed = joust.start("run", "--resume", session.toString(), "--rest", "0")) {
            await().atMost(START_LIMIT).until(() -> !resumed.process().isAlive() || isInMidRound(before));
            resumed.signal("KILL");
            assertThat(resumed.awaitEnd()).as(resumed.said()).isEqualTo(SIGKILL_EXIT);
            assertNoContainerIsLeft();
            assertThat(resumed.said()).doesNotContain("the service began as");
        }

        var alone = joust.with("DOCKER_HOST", "unix://" + folder.resolve("nobody"))
                .run("run", "--resume", session.toString());
        assertThat(alone.status()).as(alone.said()).isEqualTo(ExitCode.USAGE.number());
        assertThat(alone.said())
                .contains("the session cannot go on: its service began as container on 127.0.0.1, image ")
                .contains("no container engine answers at unix:///");
    }

    private void assertNoContainerIsLeft() {
        await().atMost(END_LIMIT)
                .untilAsserted(() -> assertThat(image.containers()).isEmpty());
    }

    /** Whether the session has more results, and its service runs. */
    private boolean isInMidRound(long before) throws IOException {
        return Files.exists(results())
                && Files.size(results()) > before
                && !image.containers().isEmpty();
    }

    private Path results() {
        return session.resolve("results.jsonl");
    }
}
