package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioRequest;
import dev.joust.compare.plan.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class RemoteRunTest {

    @Test
    void aFolderWithoutANameIsRefusedBeforeAnyHostMeasures() {
        var root = Path.of("/").toAbsolutePath().getRoot();
        var given = new GivenOptions(new CommandLine(new RunCommand()).parseArgs("mixed", "--on", "ssh://a"));
        var run = new RemoteRun(new RemoteOptions(), given, root);
        var asked = ScenarioRequest.of(List.of("mixed"), Set.of(), List.of());
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> run.run(Profile.QUICK, List.of("mixed"), asked))
                .withMessage("--out names the folder of a session, and " + root + " has no name");
    }
}
