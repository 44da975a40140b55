package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.cli.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that requires a container where no engine answers. In {@link SignalsIT} a process replaces it. */
final class WithoutEngineIT {
    @TempDir
    private Path folder;

    @Test
    void aRequiredContainerWithoutAnEngineIsAnErrorAndNothingRuns() throws Exception {
        var dead = "unix://" + folder.resolve("nobody");
        var session = folder.resolve("session");
        var joust = new JoustCommand(folder).with("DOCKER_HOST", dead);
        var ended =
                joust.run("run", joust.writeCallingScenario(), "--service", "container", "--out", session.toString());
        assertThat(ended.status()).as(ended.said()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ended.said().lines())
                .singleElement()
                .asString()
                .startsWith("joust: --service container: no container engine answers at " + dead);
        assertThat(session).doesNotExist();
    }
}
