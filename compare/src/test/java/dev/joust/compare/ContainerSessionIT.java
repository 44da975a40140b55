package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.compare.session.SessionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A session whose service is in a container: it ends twice, and each time no container is left. */
@ExtendWith(Engine.class)
final class ContainerSessionIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofSeconds(120);
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
    void saysSoGoesOnWithOneLeavesNoneAndDoesNotGoOnWithAProcessInSilence() throws Exception {
        // told to stop it goes on for a moment, and would take a failed trial for a reason to begin the next round
        // afresh
        try (var begun = joust.start(
                "run", joust.calls(), "--profile", "quick", "--service", "container", "--out", session.toString())) {
            await().atMost(LATE).until(() -> !begun.process().isAlive() || inMidRound(0));
            begun.signal("TERM");
            assertThat(begun.ended()).as(begun.said()).isEqualTo(SIGTERM_EXIT);
            noneIsLeft();
            assertThat(begun.said())
                    .contains("the service: a container (image ", "go on with: joust run --resume")
                    .doesNotContain("Exception", "SLF4J");
        }
        var opened = SessionFolder.open(session);
        assertThat(opened.session().machine().service())
                .startsWith("a container (image %s, host network; ".formatted(image.name()));
        assertThat(opened.read().getFirst().outside().service().orElseThrow().calls())
                .isPositive();
        assertThat(opened.read())
                .as("what it was at when it was told to stop has not failed")
                .allMatch(result -> result.failure().isEmpty());

        long before = Files.size(results());
        try (var resumed = joust.start("run", "--resume", session.toString())) {
            await().atMost(LATE).until(() -> !resumed.process().isAlive() || inMidRound(before));
            resumed.signal("KILL");
            assertThat(resumed.ended()).as(resumed.said()).isEqualTo(SIGKILL_EXIT);
            noneIsLeft();
            assertThat(resumed.said()).doesNotContain("the session began with the service as");
        }

        var alone = joust.with("DOCKER_HOST", "unix://" + folder.resolve("nobody"))
                .run("run", "--resume", session.toString());
        assertThat(alone.status()).as(alone.said()).isEqualTo(Joust.USAGE);
        assertThat(alone.said())
                .contains("the session cannot go on: it began with the service as a container (image ")
                .contains("no container engine answers at unix:///");
    }

    private void noneIsLeft() {
        await().atMost(SOON).untilAsserted(() -> assertThat(image.containers()).isEmpty());
    }

    /** Whether it has measured something, and the service is up. */
    private boolean inMidRound(long before) throws IOException {
        return Files.exists(results())
                && Files.size(results()) > before
                && !image.containers().isEmpty();
    }

    private Path results() {
        return session.resolve("results.jsonl");
    }
}
