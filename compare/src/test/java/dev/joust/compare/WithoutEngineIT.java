package dev.joust.compare;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a session where no container engine answers, as one sees it who named a dead one. */
final class WithoutEngineIT {
    private static final long LATE_SECONDS = 120;

    @TempDir
    private Path folder;

    private String dead;

    @BeforeEach
    void writeScenario() throws IOException {
        dead = "unix://" + folder.resolve("nobody");
        Files.createSymbolicLink(folder.resolve("service"), Home.serviceFolder().toAbsolutePath());
        Files.writeString(folder.resolve("calls.yaml"), """
                scenario: calls
                question: Who calls?
                work:
                  task: [{call: {delay: 1ms}}]
                load:
                  closed: {inFlight: 8, for: 1s}
                models: [virtual-threads, platform-threads]
                metric: throughput
                """);
    }

    @Test
    void theServiceIsAProcessAndTheReportSaysWhy() throws Exception {
        // 2 where the machine is too busy for a valid trial
        assertThat(joust("auto")).as("exit code").isIn(0, 2);
        var why = "for no container engine answers at " + dead;
        assertThat(said()).contains("the service: a process on loopback (").contains(why);
        assertThat(folder.resolve("session/report.md")).content().contains(why);
    }

    @Test
    void aContainerThatIsInsistedOnIsAnErrorAndNothingRuns() throws Exception {
        assertThat(joust("container")).as("exit code").isEqualTo(Joust.USAGE);
        assertThat(said().lines())
                .singleElement()
                .asString()
                .startsWith("joust: --service container: no container engine answers at " + dead);
        assertThat(folder.resolve("session")).doesNotExist();
    }

    private int joust(String service) throws IOException, InterruptedException {
        var scenario = folder.resolve("calls.yaml").toString();
        var session = folder.resolve("session").toString();
        var builder = new ProcessBuilder(new JoustCommand(folder)
                        .words("run", scenario, "--profile", "smoke", "--service", service, "--out", session))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("DOCKER_HOST", dead);
        var process = builder.start();
        try {
            assertThat(process.waitFor(LATE_SECONDS, SECONDS)).as(said()).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("output"));
    }
}
