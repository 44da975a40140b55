package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.trial.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program as a process of its own, with models on runtimes other than its JVM. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
@Execution(ExecutionMode.CONCURRENT)
final class ExternalRuntimeSessionIT {
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
                  task: [{compute: {kernel: mix, cpu: 20ms}}]
                load:
                  batch: 4
                models: [platform-threads, fake-threads, broken-threads, mortal-threads]
                metric: makespan
                claims:
                  - claim: platform-threads beats fake-threads by 1.01x
                    because: The test needs a claim.
                """);
    }

    @Test
    void modelsOfOtherRuntimesRunInTheSameBlockAndAFailingOneCostsItsOwnTrialsOnly() throws Exception {
        var broken = programs.program("broken", "echo 'no module named joust' >&2; exit 3");
        var said = runSession(
                "--runtime",
                "fake=" + programs.good(),
                "--runtime",
                "broken=" + broken,
                "--runtime",
                "mortal=" + programs.killed());

        var opened = SessionFolder.open(session);
        assertRunsWithItsOwnCalibration(opened);
        assertIsNotAvailable(said);
        assertFailsItsOwnTrialsOnly(opened);

        Files.delete(folder.resolve("good"));
        var resumed = new JoustCommand(folder).run("run", "--resume", session.toString());
        assertThat(resumed.status()).as(resumed.said()).isEqualTo(ExitCode.USAGE.number());
        assertThat(resumed.said()).contains("the session cannot go on: it began with runtime fake, Fake 1.0");
    }

    private void assertRunsWithItsOwnCalibration(SessionFolder opened) {
        var instrument = opened.readSession().instrument();
        assertThat(instrument.runtimes().get("fake").status()).isEqualTo("Fake 1.0");
        // this program runs without a compiler, so that the two calibrations differ
        assertThat(mix(instrument, "fake")).isLessThan(mix(instrument, "jvm") / 2);
        assertThat(models(opened)).containsExactlyInAnyOrder("platform-threads", FakeRuntime.MODEL);
        assertThat(measured(opened))
                .allMatch(
                        result -> result.outside().resourceUsage().isPresent(),
                        "its resource usage is read from outside, on every runtime");
        assertThat(answers(opened))
                .as("the runtimes have units of different sizes, so both answers are right")
                .hasSize(2);
        assertThat(session.resolve("report.md"))
                .content()
                .contains("| fake | Fake 1.0 |", "has a driver in its own language");
    }

    private void assertIsNotAvailable(String said) {
        var reason = "not available: broken: its calibration failed: the trial process (pid ";
        assertThat(said).contains(reason, "ended with exit status 3");
        assertThat(session.resolve("report.md"))
                .content()
                .contains(
                        String.format(Locale.ROOT, "race/%s: %s", FakeRuntime.Broken.MODEL, reason),
                        "it last said: no module named joust");
    }

    private void assertFailsItsOwnTrialsOnly(SessionFolder opened) {
        assertThat(opened.readResults())
                .filteredOn(result -> result.failure().isPresent())
                .isNotEmpty()
                .allMatch(result -> result.id().arm().equals(FakeRuntime.Mortal.MODEL))
                .extracting(result -> result.failure().orElseThrow().reason())
                .allMatch(reason -> reason.contains("was killed by signal 9"));
        assertThat(session.resolve("report.md")).content().contains("was killed by signal 9");
    }

    private static double mix(Session.Instrument instrument, String runtime) {
        return instrument.calibrations().get(runtime).unitsPerMilli().get("mix");
    }

    private static List<String> answers(SessionFolder opened) {
        return measured(opened).stream()
                .flatMap(result -> result.measurement().orElseThrow().classes().values().stream())
                .map(Measurement.ClassResult::answers)
                .distinct()
                .toList();
    }

    private static List<String> models(SessionFolder opened) {
        return measured(opened).stream()
                .map(result -> result.measurement().orElseThrow().model().name())
                .distinct()
                .toList();
    }

    private static List<Result> measured(SessionFolder opened) {
        return opened.readResults().stream()
                .filter(result -> result.measurement().isPresent())
                .toList();
    }

    /** Runs a session to its end; the exit code is 11 where a trial is invalid. */
    private String runSession(String... runtimes) throws Exception {
        var scenario = folder.resolve("race.yaml").toString();
        var models = "platform-threads,fake-threads,broken-threads,mortal-threads";
        List<String> arguments = new ArrayList<>(
                List.of("run", scenario, "--profile", "smoke", "--models", models, "--out", session.toString()));
        arguments.addAll(Arrays.asList(runtimes));
        var ended = new JoustCommand(folder).run(arguments.toArray(String[]::new));
        assertThat(ended.status()).as(ended.said()).isIn(ExitCode.HELD.number(), ExitCode.INCONCLUSIVE.number());
        return ended.said();
    }
}
