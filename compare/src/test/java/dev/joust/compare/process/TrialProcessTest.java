package dev.joust.compare.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.Message;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real processes, which mostly wait: the trial process with models that misbehave on purpose, and programs that are no
 * trial process.
 */
@Execution(ExecutionMode.CONCURRENT)
final class TrialProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path scratch;

    @Test
    void aGoodTrialSendsAllMessagesFromHelloToMeasurement() throws Exception {
        List<Message> heard = new ArrayList<>();
        try (var process = TrialProcess.start(JvmCommand.jvm(Profile.QUICK.flags()))) {
            var last = process.carryOut(new Message.Run(trial("direct")), LIMIT, heard::add);
            var measurement = ((Message.Measured) last).measurement();
            assertThat(measurement.classes().get("nap").counts().done()).isEqualTo(20);
            assertThat(measurement.classes().get("nap").counts().failures().wrong())
                    .isZero();
            assertThat(measurement.window().nanos()).isGreaterThanOrEqualTo(10_000_000);
        }
        assertThat(heard.stream().map(m -> m.getClass().getSimpleName()))
                .containsExactly("Hello", "Answered", "Ready", "WindowMark", "WindowMark", "Measured");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "never-completes | 1 units did not complete: none in the last 1000 ms",
                "wrong-answer    | the first unit of 'nap' was answered wrong",
                "completes-twice | the model completed a unit twice",
                "fails-to-start  | IllegalStateException",
                "dies            | ended with exit status 3 before it had measured",
                "no-such-model   | unknown model 'no-such-model'; known: completes-twice",
            })
    void aModelThatMisbehavesMakesAFailureWithItsReason(String model, String reason) throws Exception {
        try (var process = TrialProcess.start(JvmCommand.jvm(Profile.QUICK.flags()))) {
            assertThatThrownBy(() -> process.carryOut(new Message.Run(trial(model)), LIMIT, message -> {}))
                    .isInstanceOf(TrialFailure.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aModelThatPrintsDoesNotDisturbTheProtocol() throws Exception {
        try (var process = TrialProcess.start(JvmCommand.jvm(Profile.QUICK.flags()))) {
            assertThat(process.carryOut(new Message.Run(trial("prints-garbage")), LIMIT, message -> {}))
                    .isInstanceOf(Message.Measured.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo rubbish                          | it said 'rubbish', which is no message of the trial protocol",
                "kill -9 $$                            | was killed by signal 9 before it had measured",
                "exit 0                                | ended with exit status 0 before it had measured",
                "exec 1>&-; sleep 60                   | it closed its standard output without a measurement",
                "sleep 60                              | no measurement within 1 s; its last message: none",
            },
            ignoreLeadingAndTrailingWhitespace = true)
    void aProgramThatIsNoTrialProcessMakesAFailureWithItsReason(String script, String reason) throws Exception {
        long pid;
        try (var process = TrialProcess.start(List.of("sh", "-c", script))) {
            pid = process.pid();
            assertThatThrownBy(() ->
                            process.carryOut(new Message.Run(trial("direct")), Duration.ofSeconds(1), message -> {}))
                    .isInstanceOf(TrialFailure.class)
                    .hasMessageContaining(reason);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void theFailureHoldsTheEndOfTheLog() throws Exception {
        try (var process = TrialProcess.start(List.of("sh", "-c", "echo 'no more memory' >&2; read order; exit 7"))) {
            assertThatThrownBy(() -> process.carryOut(new Message.Run(trial("direct")), LIMIT, message -> {}))
                    .isInstanceOfSatisfying(TrialFailure.class, failure -> assertThat(failure.log())
                            .contains("no more memory"));
        }
    }

    private Trial trial(String model) {
        var work = new WorkClass("nap", 1, List.of(new Step.Sleep(Duration.ofMillis(10))));
        return new Trial(
                new TrialId("session", "naps", model, 1, 1),
                Arm.of(model),
                new Workload(List.of(work), new Load.Batch(new Load.Count(20, false))),
                new Trial.Conditions(
                        new Trial.Host(2, scratch, new Calibration(Map.of())),
                        Setup.NOWHERE,
                        42,
                        new WarmUp(Duration.ofMillis(100), Duration.ofMillis(50), 0.03),
                        Duration.ofSeconds(1)));
    }
}
