package dev.joust.compare.remote;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a shell")
@Timeout(60)
final class HostCommandTest {

    @Test
    void aCommandThatPrintsAndDoesNotEndIsOverItsWholeLimit() throws Exception {
        try (var command = start("echo here; exec sleep 50")) {
            assertThatExceptionOfType(HostFailure.class)
                    .isThrownBy(() -> command.await(Duration.ofSeconds(2)))
                    .withMessage("it did not end within 2 s");
        }
    }

    @Test
    void aCommandWhoseNextLineDoesNotComeHangs() throws Exception {
        try (var command = start("exec sleep 50")) {
            assertThatExceptionOfType(HostFailure.class)
                    .isThrownBy(() -> command.nextLine(Duration.ofSeconds(1)))
                    .withMessage("it hangs: it printed nothing for 1 s");
        }
    }

    private static HostCommand start(String script) throws IOException {
        var process = new ProcessBuilder("sh", "-c", script).start();
        var unseen = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new HostCommand(process, new HostLog("a", process.getErrorStream(), unseen));
    }
}
