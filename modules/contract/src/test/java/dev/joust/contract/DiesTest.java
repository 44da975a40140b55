package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.faulty.Dies;
import dev.joust.trial.Calibration;
import dev.joust.trial.Models;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the model in a child process, because the model halts it. */
final class DiesTest {

    @ParameterizedTest
    @CsvSource({"9, 0", "10, 3"})
    void theTenthUnitEndsTheProcessWithExitCodeThree(String units, int code) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingMain.class.getName(),
                        units)
                .redirectErrorStream(true)
                .start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("the process ended")
                    .isTrue();
            assertThat(process.exitValue()).as(output).isEqualTo(code);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void itIsRegistered() {
        assertThat(Models.load().named("dies")).isInstanceOf(Dies.class);
    }

    /** Runs as many units as its argument says and returns if it can. */
    static final class DyingMain {
        private DyingMain() {}

        static void main(String[] units) {
            var body = new TaskBody(new Calibration(Map.of()), Path.of("."));
            var setup = new Setup(URI.create("http://127.0.0.1:1"), 1, 1, body, Map.of());
            try (var runner = Models.load().named("dies").start(setup)) {
                for (var work : SampleWork.times(Integer.parseInt(units[0]))) {
                    runner.run(work).toCompletableFuture().join();
                }
            }
        }
    }
}
