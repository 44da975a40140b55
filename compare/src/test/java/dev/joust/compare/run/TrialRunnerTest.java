package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.joust.compare.FakePrograms;
import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.machine.ControlGroup;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Json;
import dev.joust.trial.Measurement;
import dev.joust.trial.Message;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error of a program in another language costs one trial, never the session. With real processes. */
final class TrialRunnerTest {
    private static final TrialId ID = new TrialId("session", "naps", FakeRuntime.MODEL, 1, 1);

    @TempDir
    private Path folder;

    @Test
    void aMeasurementOfTheRequestedTrialIsAResult() throws Exception {
        assertThat(saying(text -> text).measurement()).isPresent();
    }

    @Test
    void aProcessThatIsKilledInMidTrialIsOneFailedTrial() throws Exception {
        assertThat(reason(run(new FakePrograms(folder).killed())))
                .contains("was killed by signal 9 before it had measured");
    }

    @Test
    void aProgramThatPrintsRubbishIsOneFailedTrial() throws Exception {
        assertThat(reason(run(new FakePrograms(folder).rubbish())))
                .isEqualTo("it said 'Traceback (most recent call last):', which is no message of the trial protocol");
    }

    @Test
    void aMissingProgramIsOneFailedTrial() throws Exception {
        assertThat(reason(run(folder.resolve("no-such-program")))).contains("no-such-program");
    }

    @Test
    void aMeasurementOfAnotherTrialIsOneFailedTrial() throws Exception {
        assertThat(reason(saying(text -> text.replace("\"block\":1", "\"block\":2"))))
                .isEqualTo("it measured naps/fake-threads block 2, asked for naps/fake-threads block 1");
    }

    @Test
    void aMeasurementOfOtherWorkIsOneFailedTrial() throws Exception {
        assertThat(reason(saying(text -> text.replace("\"task\"", "\"nap\""))))
                .isEqualTo("it measured the classes of work [nap], asked for [task]");
    }

    @Test
    void aWindowOfNoLengthIsOneFailedTrial() throws Exception {
        assertThat(reason(saying(text -> text.replaceFirst("\"nanos\":\\d+", "\"nanos\":0"))))
                .isEqualTo("its window lasts 0 ns");
    }

    @Test
    void aHistogramThatCannotBeReadIsOneFailedTrial() throws Exception {
        for (var broken : List.of("", "AAAA", "no base64", "HISTFAAAAAEAAAAAAAAA")) {
            assertThat(reason(saying(
                            text -> text.replaceFirst("\"response\":\"[^\"]*\"", "\"response\":\"" + broken + '"'))))
                    .startsWith("its histogram cannot be read: ");
        }
    }

    @Test
    void aMeasurementWithoutARequiredFieldIsOneFailedTrial() throws Exception {
        assertThat(reason(saying(text -> text.replaceFirst("\"ceiling\":\\{[^}]*}", "\"ceiling\":null"))))
                .contains("which is no message of the trial protocol");
    }

    @Test
    void aTrialBeyondItsMemoryLimitFailsAndSaysSo() throws Exception {
        var little = new Pod(Optional.empty(), Optional.of(64L << 20));
        try {
            ControlGroup.with(little.cpus(), little.memoryBytes()).close();
        } catch (IOException e) {
            abort(e.getMessage());
        }
        var program = new FakePrograms(folder)
                .program("hungry", "read -r order\nhead -c 200000000 /dev/zero | tail -c 190000000 | wc -c");
        assertThat(reason(run(program, Optional.of(little))))
                .startsWith("out of memory: the kernel killed 1 of its processes at the limit of 64m; ");
    }

    private Result saying(UnaryOperator<String> spoilt) throws IOException, InterruptedException {
        Measurement measurement =
                SampleTrial.batch(1).of(ID, new Ceiling(1, 1)).measurement().orElseThrow();
        var line = spoilt.apply(Json.line(new Message.Measured(measurement)));
        return run(
                new FakePrograms(folder).program("says", String.format(Locale.ROOT, "read -r order\necho '%s'", line)));
    }

    private Result run(Path program) throws IOException, InterruptedException {
        return run(program, Optional.empty());
    }

    private Result run(Path program, Optional<Pod> pod) throws IOException, InterruptedException {
        var work = new WorkClass("task", 1, List.of(new Step.Sleep(Duration.ofMillis(10))));
        var trial = new Trial(
                ID,
                Arm.of(FakeRuntime.MODEL),
                new Workload(List.of(work), new Load.Batch(new Load.Count(4, false))),
                new Trial.Conditions(
                        new Trial.Host(2, folder, new Calibration(Map.of())),
                        URI.create("http://127.0.0.1:9"),
                        42,
                        new WarmUp(Duration.ofMillis(100), Duration.ofMillis(50), 0.03),
                        Duration.ofSeconds(1)));
        return new TrialRunner(List.of(program.toString()), false, pod, Set.of()).run(trial);
    }

    private static String reason(Result result) {
        assertThat(result.measurement()).isEmpty();
        return result.failure().orElseThrow().reason();
    }
}
