package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

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
                    because: Somebody said so.
                """);
    }

    @Test
    void modelsOfOtherRuntimesRunInTheSameBlockAndTheOnesThatCannotCostNothingElse() throws Exception {
        var broken = programs.program("broken", "echo 'no module named joust' >&2; exit 3");
        var said = ran(
                "--runtime",
                "fake=" + programs.good(),
                "--runtime",
                "broken=" + broken,
                "--runtime",
                "mortal=" + programs.killed());

        var opened = SessionFolder.open(session);
        assertRunsWithItsOwnCalibration(opened);
        assertIsNotAvailable(said);
        assertCostsItsTrialAlone(opened);

        Files.delete(folder.resolve("good"));
        var resumed = new JoustCommand(folder).run("run", "--resume", session.toString());
        assertThat(resumed.status()).as(resumed.said()).isEqualTo(Joust.USAGE);
        assertThat(resumed.said()).contains("the session cannot go on: it began with runtime fake, Fake 1.0");
    }

    private void assertRunsWithItsOwnCalibration(SessionFolder opened) {
        var instrument = opened.session().instrument();
        assertThat(instrument.runtimes().get("fake").status()).isEqualTo("Fake 1.0");
        // the program runs on the interpreter alone, so that one calibration cannot pass for the other
        assertThat(mix(instrument, "fake")).isLessThan(mix(instrument, "jvm") / 2);
        assertThat(models(opened)).containsExactlyInAnyOrder("platform-threads", FakeRuntime.MODEL);
        assertThat(measured(opened))
                .allMatch(
                        result -> result.outside().resourceUsage().isPresent(),
                        "is billed from outside, whatever it runs on");
        assertThat(answers(opened))
                .as("other units have other answers, and both are right")
                .hasSize(2);
        assertThat(session.resolve("report.md"))
                .content()
                .contains("| fake | Fake 1.0 |", "timed by a driver in its own");
    }

    private void assertIsNotAvailable(String said) {
        var reason = "race: %s is not available: its calibration failed: the trial process (pid "
                .formatted(FakeRuntime.Broken.MODEL);
        assertThat(said).contains(reason, "ended with exit status 3");
        assertThat(session.resolve("report.md")).content().contains(reason, "it last said: no module named joust");
    }

    private void assertCostsItsTrialAlone(SessionFolder opened) {
        assertThat(opened.read())
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
        return opened.read().stream()
                .filter(result -> result.measurement().isPresent())
                .toList();
    }

    /** To the end: 0, or 2 where a trial is invalid. */
    private String ran(String... runtimes) throws Exception {
        var scenario = folder.resolve("race.yaml").toString();
        var models = "platform-threads,fake-threads,broken-threads,mortal-threads";
        List<String> arguments = new ArrayList<>(
                List.of("run", scenario, "--profile", "smoke", "--models", models, "--out", session.toString()));
        arguments.addAll(Arrays.asList(runtimes));
        var ended = new JoustCommand(folder).run(arguments.toArray(String[]::new));
        assertThat(ended.status()).as(ended.said()).isIn(0, 2);
        return ended.said();
    }
}
