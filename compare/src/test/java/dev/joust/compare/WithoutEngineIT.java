package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a session that insists on a container where no engine answers. {@link SignalsIT} has one that does not insist. */
final class WithoutEngineIT {
    @TempDir
    private Path folder;

    @Test
    void aContainerThatIsInsistedOnIsAnErrorAndNothingRuns() throws Exception {
        var dead = "unix://" + folder.resolve("nobody");
        var session = folder.resolve("session");
        var joust = new JoustCommand(folder).with("DOCKER_HOST", dead);
        var ended = joust.run("run", joust.calls(), "--service", "container", "--out", session.toString());
        assertThat(ended.status()).as(ended.said()).isEqualTo(Joust.USAGE);
        assertThat(ended.said().lines())
                .singleElement()
                .asString()
                .startsWith("joust: --service container: no container engine answers at " + dead);
        assertThat(session).doesNotExist();
    }
}
