package dev.joust.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.Fault;
import dev.joust.contract.StubService;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.Message;
import dev.joust.trial.Trial;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders other than a sound trial, and trials that fail: the reasons are those of the JVM's models. */
@Timeout(
        value = 120,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // an interrupt does not end a read from a process
final class OrdersIT {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final WorkClass NAP = new WorkClass("nap", 1, List.of(new Step.Sleep(Duration.ofMillis(1))));
    private static final WorkClass CALL = new WorkClass("call", 1, List.of(new Step.Call(Duration.ofMillis(1), 1000)));

    @TempDir
    private Path scratch;

    @Test
    void aCalibrationGivesUnitsPerMillisecond() throws Exception {
        var messages = PythonTrial.run(new Message.Calibrate(List.of("pbkdf2")));
        assertThat(messages).hasSize(2).first().isInstanceOf(Message.Hello.class);
        var rates = ((Message.Calibrated) messages.getLast()).calibration().unitsPerMilli();
        assertThat(rates).containsOnlyKeys("pbkdf2").allSatisfy((kernel, rate) -> assertThat(rate)
                .isPositive());
    }

    @Test
    void aCacheTrainingSkipsTrialsThatFail() throws Exception {
        var messages = PythonTrial.run(new Message.TrainCache(List.of(
                PythonTrial.trial(Arm.of("cpython-threads"), PythonTrial.batch(1, CALL), NOWHERE, scratch),
                PythonTrial.trial(Arm.of("cpython-asyncio"), PythonTrial.batch(2, NAP), NOWHERE, scratch))));
        assertThat(messages.stream().map(m -> m.getClass().getSimpleName()))
                .containsExactly("Hello", "Answered", "Ready", "WindowMark", "WindowMark", "CacheTrained");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cpython-threads|forced|true|unknown option 'forced' of cpython-threads; known: interval
        cpython-asyncio|interval|5ms|unknown option 'interval' of cpython-asyncio; known: offload
        cpython-processes|workers|2|unknown option 'workers' of cpython-processes; known: start, threads
        cpython-processes|threads|0|option 'threads' of cpython-processes must be \
        a whole number from 1 to 1024, found '0'
        cpython-processes|start|copy|option 'start' of cpython-processes must be fork, spawn or forkserver, found 'copy'
        py-fibres|start|fork|unknown model 'py-fibres'; known: cpython-asyncio, cpython-processes, cpython-threads
        """)
    void anUnknownOptionOrModelFailsTheOrderWithAReason(String model, String option, String value, String reason)
            throws Exception {
        var arm = new Arm(model, model, Optional.empty(), 1.0, Map.of(), Map.of(option, value));
        assertThat(failure(PythonTrial.trial(arm, PythonTrial.batch(1, NAP), NOWHERE, scratch)))
                .isEqualTo(reason);
    }

    @Test
    void aNativeKernelThatRunsUnderTheLockIsRefused() throws Exception {
        var work = new WorkClass("native", 1, List.of(new Step.Native(Kernel.MIX, Duration.ofMillis(1))));
        assertThat(failure(PythonTrial.trial(Arm.of("cpython-threads"), PythonTrial.batch(1, work), NOWHERE, scratch)))
                .startsWith("cpython-threads has no native mix");
    }

    @ParameterizedTest
    @CsvSource({
        "cpython-threads, ERROR, 500 Stub",
        "cpython-asyncio, ERROR, 500 Stub",
        "cpython-threads, SHORT_BODY, 'asked for 1000 bytes, read 500'",
        "cpython-asyncio, CUT, 'asked for 1000 bytes, read 500'",
    })
    void aBadAnswerFailsTheUnit(String model, Fault fault, String reason) throws Exception {
        try (var service = StubService.started()) {
            service.misbehave(fault);
            assertThat(failure(
                            PythonTrial.trial(Arm.of(model), PythonTrial.batch(1, CALL), service.address(), scratch)))
                    .matches("the first unit of 'call' failed: "
                            + "\\[GET /call\\?delay=1000000ns&bytes=1000&key=[0-9a-f]{16}: " + reason + "]");
        }
    }

    @ParameterizedTest
    @CsvSource({"cpython-threads", "cpython-asyncio"})
    void aWrongBodyIsAWrongAnswer(String model) throws Exception {
        try (var service = StubService.started()) {
            service.misbehave(Fault.WRONG_BODY);
            assertThat(failure(
                            PythonTrial.trial(Arm.of(model), PythonTrial.batch(1, CALL), service.address(), scratch)))
                    .isEqualTo("the first unit of 'call' was answered wrong");
        }
    }

    /** The type of the last message of a trial with two short sleeps. */
    static String lastMessageOfTwoNaps(PythonTrial python, String model, String start, Path scratch) throws Exception {
        var arm = new Arm(model, model, Optional.empty(), 1.0, Map.of(), Map.of("start", start));
        return python.send(new Message.Run(PythonTrial.trial(arm, PythonTrial.batch(2, NAP), NOWHERE, scratch)))
                .all()
                .getLast()
                .getClass()
                .getSimpleName();
    }

    private static String failure(Trial trial) throws Exception {
        var last = PythonTrial.run(new Message.Run(trial)).getLast();
        assertThat(last).isInstanceOf(Message.OrderFailed.class);
        return ((Message.OrderFailed) last).reason();
    }
}
