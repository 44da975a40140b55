package dev.joust.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.StubService;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Digest;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Message;
import dev.joust.trial.Oracle;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every model runs every step against a service, and each answer is that of the JVM's oracle. */
@Timeout(
        value = 120,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // an interrupt does not end a read from a process
final class AnswersIT {
    private static final int UNITS = 27;
    private static final WorkClass[] CLASSES = {
        new WorkClass("mix", 1, List.of(new Step.Compute(Kernel.MIX, Duration.ofMillis(2)))),
        new WorkClass("sieve", 1, List.of(new Step.Compute(Kernel.SIEVE, Duration.ofMillis(4)))),
        new WorkClass("objects", 1, List.of(new Step.Compute(Kernel.OBJECTS, Duration.ofMillis(2)))),
        new WorkClass("native", 1, List.of(new Step.Native(Kernel.PBKDF2, Duration.ofMillis(2)))),
        new WorkClass("call", 1, List.of(new Step.Call(Duration.ofMillis(1), 1000))),
        new WorkClass("stream", 1, List.of(new Step.Stream(200_000))),
        new WorkClass("file", 1, List.of(new Step.FileRead(100_000))),
        new WorkClass("payload", 1, List.of(new Step.Payload(1_000), new Step.Payload(200_000))),
        new WorkClass(
                "several",
                1,
                List.of(
                        new Step.Call(Duration.ZERO, 0),
                        new Step.Sleep(Duration.ofMillis(1)),
                        new Step.Spin(Duration.ofMillis(2)),
                        new Step.Monitor(Duration.ofNanos(20_000)),
                        new Step.Compute(Kernel.MIX, Duration.ofNanos(1)))),
    };

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource({
        "cpython-threads,   interval, 1ms",
        "cpython-asyncio,   offload,  none",
        "cpython-asyncio,   offload,  threads",
        "cpython-processes, start,    fork",
        "cpython-processes, start,    spawn",
        "cpython-processes, threads,  3",
    })
    void aBatchOfEveryStepIsAnsweredRight(String model, String option, String value) throws Exception {
        try (var service = StubService.started()) {
            var arm = new Arm(model, model, Optional.empty(), 1.0, Map.of(), Map.of(option, value));
            var trial = PythonTrial.trial(arm, PythonTrial.batch(UNITS, CLASSES), service.address(), scratch);
            var messages = PythonTrial.run(new Message.Run(trial));
            assertThat(messages.stream().map(m -> m.getClass().getSimpleName()))
                    .as("messages: " + messages)
                    .containsExactly("Hello", "Answered", "Ready", "WindowMark", "WindowMark", "Measured");
            var measurement = ((Message.Measured) messages.getLast()).measurement();
            assertThat(measurement.id()).isEqualTo(trial.id());
            assertThat(measurement.model().name()).isEqualTo(model);
            assertThat(measurement.window().nanos()).isPositive();
            assertThat(measurement.window().series()).hasSize(10);
            assertThat(measurement.window().series().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(UNITS);
            for (int c = 0; c < CLASSES.length; c++) {
                var result = measurement.classes().get(CLASSES[c].name());
                assertThat(result.counts())
                        .isEqualTo(new Measurement.Counts(3, 3, 0, new Measurement.Failures(0, 0, List.of())));
                assertThat(result.inFlight()).isEqualTo(3);
                assertThat(result.answers()).as(CLASSES[c].name()).isEqualTo(answers(c, 3));
                assertThat(Histograms.decoded(result.latencies().response()).getTotalCount())
                        .isEqualTo(3);
            }
            assertThat(measurement.totals().calls())
                    .isEqualTo(service.stats().calls() + service.stats().streams());
            assertThat(measurement.totals().bytes()).isEqualTo(service.stats().bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpython-threads", "cpython-asyncio", "cpython-processes"})
    void aClosedLoadKeepsItsNumbersInFlight(String model) throws Exception {
        try (var service = StubService.started()) {
            Map<String, Integer> inFlight = new LinkedHashMap<>();
            inFlight.put("call", 3);
            inFlight.put("mix", 1);
            var arm = new Arm(model, model, Optional.of(4), 1.0, Map.of(), Map.of());
            var workload =
                    new Workload(List.of(CLASSES[4], CLASSES[0]), new Load.Closed(inFlight, Duration.ofMillis(400)));
            var messages =
                    PythonTrial.run(new Message.Run(PythonTrial.trial(arm, workload, service.address(), scratch)));
            assertThat(messages.getLast()).as("last message").isInstanceOf(Message.Measured.class);
            var measurement = ((Message.Measured) messages.getLast()).measurement();
            assertThat(measurement.window().nanos()).isEqualTo(400_000_000);
            assertThat(measurement.window().warmUp()).hasSizeGreaterThanOrEqualTo(3);
            for (var name : inFlight.keySet()) {
                var result = measurement.classes().get(name);
                assertThat(result.inFlight()).isEqualTo(inFlight.get(name));
                assertThat(result.counts().done())
                        .isPositive()
                        .isLessThanOrEqualTo(result.counts().answered());
                assertThat(result.counts().failures().failed()
                                + result.counts().failures().wrong())
                        .isZero();
                assertThat(result.latencies().doneWithin().orElseThrow())
                        .as("intended and done within the window")
                        .isBetween(
                                result.counts().done() - inFlight.get(name),
                                result.counts().done());
            }
            int mixes = (int) measurement.classes().get("mix").counts().answered();
            assertThat(measurement.classes().get("mix").answers())
                    .isEqualTo(answers(CLASSES[0], Digest.child(PythonTrial.SEED, 1), mixes));
            assertThat(service.mostAtOnce()).isEqualTo(3);
            assertThat(measurement.totals().calls()).isEqualTo(service.stats().calls());
            assertThat(measurement.totals().callingNanos().orElseThrow())
                    .as("the stub answers after the delay of each call")
                    .isGreaterThanOrEqualTo(measurement.totals().calls()
                            * ((Step.Call) CLASSES[4].steps().getFirst())
                                    .delay()
                                    .toNanos());
        }
    }

    @Test
    void workersWithThreadsHoldAsManyCallsAsAsked() throws Exception {
        try (var service = StubService.started();
                var python = PythonTrial.start()) {
            var arm = new Arm(
                    "cpython-processes", "cpython-processes", Optional.empty(), 1.0, Map.of(), Map.of("threads", "4"));
            python.send(new Message.Run(
                    PythonTrial.trial(arm, PythonTrial.batch(16, CLASSES[4]), service.address(), scratch)));
            var measured = ((Message.Measured) python.all().getLast()).measurement();
            assertThat(measured.model().slots()).isEqualTo(8);
            assertThat(measured.model().ceiling()).isEqualTo(new Ceiling(2, 8));
            assertThat(measured.totals().counters()).containsEntry("workersStarted", 2.0);
            assertThat(service.mostAtOnce()).isBetween(3, 8);
        }
    }

    @Test
    void theInterpretersCountersStandBesideTheModels() throws Exception {
        var trial = PythonTrial.trial(
                Arm.of("cpython-threads"), PythonTrial.batch(8, CLASSES[0]), URI.create("http://127.0.0.1:9"), scratch);
        var measured =
                (Message.Measured) PythonTrial.run(new Message.Run(trial)).getLast();
        assertThat(measured.measurement().totals().counters())
                .containsKeys("cpython.gc.runs", "cpython.cpu.ms")
                .allSatisfy((name, value) -> assertThat(value).as(name).isNotNegative());
        assertThat(measured.measurement().model().runtime())
                .isEqualTo(PythonTrial.ready().version());
    }

    private String answers(int workClass, int units) {
        return answers(CLASSES[workClass], Digest.child(PythonTrial.SEED, workClass), units);
    }

    private String answers(WorkClass type, long seed, int units) {
        var oracle = new Oracle(new TaskBody(PythonTrial.CALIBRATION, scratch));
        long sum = 0;
        for (int n = 0; n < units; n++) {
            sum += oracle.digest(new Work(type.name(), Digest.child(seed, n), type.steps()));
        }
        return Digest.key(sum);
    }
}
