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

/** How a trial process ends while the service holds its units. */
@Timeout(
        value = 120,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // an interrupt does not end a read from a process
@SuppressWarnings("try") // closing the latch opens it
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
        "cpython-processes, threads,  2",
    })
    void theEndOfStandardInputEndsAllItsProcesses(String model, String option, String value) throws Exception {
        try (var service = StubService.started();
                var latch = service.hold();
                var python = startHeld(
                        service, new Arm(model, model, Optional.of(4), 1.0, Map.of(), Map.of(option, value)))) {
            assertThat(latch.arrivals(1, PATIENCE)).as("a unit is in flight").isTrue();
            var processes = python.process().descendants().toList();
            assertThat(processes.size()).isGreaterThanOrEqualTo(model.equals("cpython-processes") ? 2 : 0);
            python.process().getOutputStream().close();
            assertThat(python.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(python.process().exitValue()).isEqualTo(143);
            assertGone(processes);
        }
    }

    @ParameterizedTest
    @CsvSource({"fork", "spawn"})
    void theWorkersOfAKilledParentExit(String start) throws Exception {
        try (var service = StubService.started();
                var latch = service.hold();
                var python = startHeld(service, processes(start))) {
            assertThat(latch.arrivals(1, PATIENCE)).as("a unit is in flight").isTrue();
            var workers = python.process().descendants().toList();
            assertThat(workers).hasSizeGreaterThanOrEqualTo(2);
            python.process().destroyForcibly();
            assertThat(python.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertGone(workers);
        }
    }

    @Test
    void aKilledWorkerFailsTheTrialAndNothingHangs() throws Exception {
        try (var service = StubService.started();
                var latch = service.hold();
                var python = startHeld(service, processes("fork"))) {
            assertThat(latch.arrivals(1, PATIENCE)).as("a unit is in flight").isTrue();
            var workers = python.process().descendants().toList();
            workers.forEach(ProcessHandle::destroyForcibly);
            assertThat(python.next())
                    .isInstanceOfSatisfying(Message.OrderFailed.class, failed -> assertThat(failed.reason())
                            .startsWith("the first unit of 'call' failed: [a worker ended: "));
            assertThat(python.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertGone(workers);
        }
    }

    @Test
    void theWorkersLiveUntilTheReadingAtTheWindowsEndIsTaken() throws Exception {
        var sleep = new WorkClass("sleep", 1, List.of(new Step.Sleep(Duration.ofMillis(1))));
        try (var service = StubService.started();
                var python = PythonTrial.start()) {
            python.send(new Message.Run(
                    PythonTrial.trial(processes("fork"), PythonTrial.batch(2, sleep), service.address(), scratch)));
            assertThat(until(new Message.WindowMark(true), python)).isTrue();
            python.send(new Message.UsageRead());
            assertThat(until(new Message.WindowMark(false), python)).isTrue();
            assertThat(python.process().descendants().filter(ProcessHandle::isAlive))
                    .hasSizeGreaterThanOrEqualTo(2);
            python.send(new Message.UsageRead());
            assertThat(python.next()).isInstanceOf(Message.Measured.class);
        }
    }

    private static boolean until(Message awaited, PythonTrial python) throws Exception {
        var message = python.next();
        while (!message.equals(awaited)) {
            assertThat(message).isNotInstanceOf(Message.OrderFailed.class);
            message = python.next();
        }
        return true;
    }

    private PythonTrial startHeld(StubService service, Arm arm) throws Exception {
        var python = PythonTrial.start();
        python.send(new Message.Run(PythonTrial.trial(arm, PythonTrial.batch(2, CALL), service.address(), scratch)));
        assertThat(python.next()).isInstanceOf(Message.Hello.class);
        return python;
    }

    private static Arm processes(String start) {
        return new Arm("cpython-processes", "cpython-processes", Optional.of(2), 1.0, Map.of(), Map.of("start", start));
    }

    /** An ended process that its parent has not reaped yet is still alive but has no command. */
    private static void assertGone(List<ProcessHandle> processes) {
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> processes.stream()
                .noneMatch(p -> p.isAlive() && p.info().command().isPresent()));
    }
}
