package dev.joust.compare;

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
final class ForeignSessionIT {
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
        var said = ran("--models", "platform-threads,fake-threads", "--runtime", "fake=" + programs.good());

        assertThat(said).as("the JVM rehearses its own models, and no others").doesNotContain("no class archive");
        var opened = SessionFolder.open(session);
        var instrument = opened.session().instrument();
        assertThat(instrument.foreign().get("fake").status()).isEqualTo("Fake 1.0");
        // the program runs on the interpreter alone, so that one calibration cannot pass for the other
        assertThat(mix(instrument, "fake")).isLessThan(mix(instrument, "jvm") / 2);
        assertThat(models(opened)).containsExactlyInAnyOrder("platform-threads", "fake-threads");
        assertThat(opened.read())
                .allMatch(result -> result.outside().bill().isPresent(), "is billed from outside, whatever it runs on");
        assertThat(answers(opened))
                .as("other units have other answers, and both are right")
                .hasSize(2);
        assertThat(session.resolve("report.md"))
                .content()
                .contains("| fake | Fake 1.0 |", "timed by a driver in its own");

        Files.delete(folder.resolve("good"));
        var resumed = new JoustCommand(folder).run("run", "--resume", session.toString());
        assertThat(resumed.status()).isEqualTo(Joust.USAGE);
        assertThat(resumed.said()).contains("the session cannot go on: it began with runtime fake, Fake 1.0");
    }

    @Test
    void aRuntimeThatCannotBeCalibratedIsNotAvailableAndFailsNothing() throws Exception {
        var broken = programs.program("broken", "echo 'no module named joust' >&2; exit 3");
        var said = ran("--models", "platform-threads,fake-threads", "--runtime", "fake=" + broken);

        var reason = "race: fake-threads is not available: its calibration failed: the trial process (pid ";
        assertThat(said).contains(reason, "ended with exit status 3");
        assertThat(models(SessionFolder.open(session))).containsExactly("platform-threads");
        assertThat(session.resolve("report.md")).content().contains(reason, "it last said: no module named joust");
    }

    @Test
    void aProgramThatIsKilledInMidTrialCostsItsTrialAndNotTheSession() throws Exception {
        ran("--models", "platform-threads,fake-threads", "--runtime", "fake=" + programs.killed());

        var opened = SessionFolder.open(session);
        assertThat(models(opened)).containsExactly("platform-threads");
        assertThat(opened.read().stream().flatMap(result -> result.failure().stream()))
                .extracting(Result.Failure::reason)
                .isNotEmpty()
                .allMatch(reason -> reason.contains("was killed by signal 9"));
        assertThat(session.resolve("report.md")).content().contains("was killed by signal 9");
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

    private static List<String> models(SessionFolder opened) {
        return opened.read().stream()
                .flatMap(result -> result.measurement().stream())
                .map(measurement -> measurement.lane().model())
                .distinct()
                .toList();
    }

    /** To the end: 0, or 2 where a trial is invalid. */
    private String ran(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "run", folder.resolve("race.yaml").toString(), "--profile", "smoke", "--out", session.toString()));
        arguments.addAll(Arrays.asList(options));
        var ended = new JoustCommand(folder).run(arguments.toArray(String[]::new));
        assertThat(ended.status()).as(ended.said()).isIn(0, 2);
        return ended.said();
    }
}
