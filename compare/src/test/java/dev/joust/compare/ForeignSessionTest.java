package dev.joust.compare;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program itself, as a process, with models that run on something else than its JVM. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
@Execution(ExecutionMode.CONCURRENT)
final class ForeignSessionTest {
    private static final long LATE_SECONDS = 120;

    @TempDir
    private Path folder;

    private FakePrograms programs;
    private Path session;

    @BeforeEach
    void writeScenario() throws IOException {
        programs = new FakePrograms(folder);
        session = folder.resolve("session");
        Files.writeString(folder.resolve("race.yaml"), """
                scenario: race
                question: Which language wins?
                work:
                  task: [{compute: {kernel: mix, cpu: 2ms}}]
                load:
                  batch: {units: 4}
                models: [platform-threads, fake-threads]
                metric: makespan
                claims:
                  - claim: platform-threads beats fake-threads by 1.01
                    because: Somebody said so.
                """);
    }

    @Test
    void aModelOfAnotherRuntimeRunsInTheSameBlockWithItsOwnCalibration() throws Exception {
        assertThat(run(
                        "--profile",
                        "smoke",
                        "--models",
                        "platform-threads,fake-threads",
                        "--runtime",
                        "fake=" + programs.good()))
                .isZero();

        var opened = SessionFolder.open(session);
        var instrument = opened.session().instrument();
        assertThat(instrument.foreign().get("fake").status()).isEqualTo("Fake 1.0");
        // the program runs on the interpreter alone, so that one calibration cannot pass for the other
        assertThat(mix(instrument, "fake")).isLessThan(mix(instrument, "jvm") / 2);
        assertThat(opened.read())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.outside().bill()).isPresent())
                .extracting(result -> result.measurement()
                        .map(Measurement::lane)
                        .orElseThrow()
                        .model())
                .containsExactlyInAnyOrder("platform-threads", "fake-threads");
        assertThat(answers(opened))
                .as("other units have other answers, and both are right")
                .hasSize(2);
        assertThat(session.resolve("report.md"))
                .content()
                .contains("| fake | Fake 1.0 |", "timed by a driver in its own");

        Files.delete(folder.resolve("good"));
        assertThat(joust("run", "--resume", session.toString())).isEqualTo(Joust.USAGE);
        assertThat(said()).contains("the session cannot go on: it began with runtime fake, Fake 1.0");
    }

    @Test
    void aRuntimeThatCannotBeCalibratedIsNotAvailableAndFailsNothing() throws Exception {
        var broken = programs.program("broken", "echo 'no module named joust' >&2; exit 3");
        assertThat(run(
                        "--profile",
                        "quick",
                        "--models",
                        "platform-threads,fake-threads",
                        "--runtime",
                        "fake=" + broken))
                .as("a claim that is not applicable does not count against the session")
                .isZero();

        assertThat(said())
                .contains("race: fake-threads is not available: its calibration failed", "ended with exit status 3");
        assertThat(SessionFolder.open(session).read())
                .hasSize(Profile.QUICK.looks().blocks());
        assertThat(session.resolve("report.md"))
                .content()
                .contains("not applicable : platform-threads beats fake-threads", "no module named joust");
    }

    private static double mix(Session.Instrument instrument, String runtime) {
        return instrument.calibrations().get(runtime).unitsPerMilli().get("mix");
    }

    private static List<String> answers(SessionFolder opened) {
        return opened.read().stream()
                .flatMap(result -> result.measurement().orElseThrow().classes().values().stream())
                .map(Measurement.ClassResult::answers)
                .distinct()
                .toList();
    }

    private int run(String... options) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("run", folder.resolve("race.yaml").toString(), "--out", session.toString()));
        arguments.addAll(Arrays.asList(options));
        return joust(arguments.toArray(String[]::new));
    }

    private int joust(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Runtimes.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-Djoust.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Joust.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(LATE_SECONDS, SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("output"));
    }
}
