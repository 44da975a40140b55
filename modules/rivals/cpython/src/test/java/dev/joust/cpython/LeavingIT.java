package dev.joust.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.contract.StubService;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ends that a trial process can come to while its units are held by the service. */
@Timeout(
        value = 120,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read of a process that hangs hears no interrupt
@SuppressWarnings("try") // a gate is held, and opened in any case
final class LeavingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final WorkClass CALL = new WorkClass("call", 1, List.of(new Step.Call(Duration.ZERO, 10)));

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource({
        "cpython-threads,   interval, 5ms",
        "cpython-asyncio,   offload,  threads",
        "cpython-processes, start,    fork",
        "cpython-processes, start,    forkserver",
    })
    void theEndOfStandardInputIsTheEndOfAllItsProcesses(String model, String option, String value) throws Exception {
        try (var service = StubService.started();
                var gate = service.hold();
                var lane = held(service, new Arm(model, model, Optional.of(2), 1.0, Map.of(), Map.of(option, value)))) {
            assertThat(gate.arrivals(1, PATIENCE)).as("a unit is under way").isTrue();
            var processes = lane.process().descendants().toList();
            assertThat(processes.size()).isGreaterThanOrEqualTo(model.equals("cpython-processes") ? 2 : 0);
            lane.process().getOutputStream().close();
            assertThat(lane.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(lane.process().exitValue()).isEqualTo(143);
            assertGone(processes);
        }
    }

    @ParameterizedTest
    @CsvSource({"fork", "spawn"})
    void workersOfAParentThatWasKilledLeave(String start) throws Exception {
        try (var service = StubService.started();
                var gate = service.hold();
                var lane = held(service, processes(start))) {
            assertThat(gate.arrivals(1, PATIENCE)).as("a unit is under way").isTrue();
            var workers = lane.process().descendants().toList();
            assertThat(workers).hasSizeGreaterThanOrEqualTo(2);
            lane.process().destroyForcibly();
            assertThat(lane.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertGone(workers);
        }
    }

    @Test
    void aWorkerThatIsKilledFailsTheTrialAndNothingHangs() throws Exception {
        try (var service = StubService.started();
                var gate = service.hold();
                var lane = held(service, processes("fork"))) {
            assertThat(gate.arrivals(1, PATIENCE)).as("a unit is under way").isTrue();
            var workers = lane.process().descendants().toList();
            workers.forEach(ProcessHandle::destroyForcibly);
            assertThat(lane.next()).isInstanceOfSatisfying(Message.OrderFailed.class, failed -> assertThat(failed.reason())
                    .startsWith("the first unit of 'call' failed: [a worker ended: "));
            assertThat(lane.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertGone(workers);
        }
    }

    @Test
    void whatTheWorkersHaveCostCanBeReadWhenTheWindowEnds() throws Exception {
        var sleep = new WorkClass("sleep", 1, List.of(new Step.Sleep(Duration.ofMillis(1))));
        try (var service = StubService.started();
                var lane = PythonTrial.started()) {
            lane.told(new Message.Run(
                    PythonTrial.trial(processes("fork"), PythonTrial.batch(2, sleep), service.address(), scratch)));
            var message = lane.next();
            while (!message.equals(new Message.WindowMark(false))) {
                assertThat(message).isNotInstanceOf(Message.OrderFailed.class);
                message = lane.next();
            }
            assertThat(lane.process().descendants().filter(ProcessHandle::isAlive))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private PythonTrial held(StubService service, Arm arm) throws Exception {
        var lane = PythonTrial.started();
        lane.told(new Message.Run(PythonTrial.trial(arm, PythonTrial.batch(2, CALL), service.address(), scratch)));
        assertThat(lane.next()).isInstanceOf(Message.Hello.class);
        return lane;
    }

    private static Arm processes(String start) {
        return new Arm("cpython-processes", "cpython-processes", Optional.of(2), 1.0, Map.of(), Map.of("start", start));
    }

    /** What has ended and only waits for the system's first process to take note has no command any more. */
    private static void assertGone(List<ProcessHandle> processes) {
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> processes.stream()
                .noneMatch(p -> p.isAlive() && p.info().command().isPresent()));
    }
}
