package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FailuresTest {

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void anErrorStatusIsReportedAndItsConnectionKept(ConcurrencyModel model) throws Exception {
        try (var service = new RawService((path, n, out) -> {
                    out.write(n == 1 ? RawService.response("503 Overloaded", "later") : RawService.ok("hello"));
                    return true;
                });
                var runner = Loops.start(model, service.address(), 1)) {
            assertThat(reason(Loops.outcome(runner.run(Loops.unit(Loops.CALL)))))
                    .matches("GET /call\\?delay=0ns&bytes=5&key=[0-9a-f]{16}: 503 Overloaded");
            // only the second request of a connection gets status 200
            assertThat(Loops.outcome(runner.run(Loops.unit(Loops.CALL)))).isInstanceOf(Outcome.Done.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void aBodyOfTheWrongLengthIsReported(ConcurrencyModel model) throws Exception {
        try (var service = new RawService((path, n, out) -> {
                    out.write(RawService.ok("hell"));
                    return true;
                });
                var runner = Loops.start(model, service.address(), 1)) {
            assertThat(reason(Loops.outcome(runner.run(Loops.unit(Loops.CALL)))))
                    .startsWith("GET /call?")
                    .endsWith(": 4 bytes received, 5 requested");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void aResetOfAKeptConnectionIsReported(ConcurrencyModel model) throws Exception {
        try (var service = new RawService((path, n, out) -> {
                    if (n == 1) {
                        out.write(RawService.ok("hello"));
                    }
                    return n == 1;
                });
                var runner = Loops.start(model, service.address(), 1)) {
            assertThat(Loops.outcome(runner.run(Loops.unit(Loops.CALL)))).isInstanceOf(Outcome.Done.class);
            assertThat(reason(Loops.outcome(runner.run(Loops.unit(Loops.CALL)))))
                    .startsWith("GET /call?")
                    .containsPattern(": .*[Cc]onnection .*(closed|reset)");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void anAnswerThatIsNotHttpFailsTheUnit(ConcurrencyModel model) throws Exception {
        try (var service = new RawService((path, n, out) -> {
                    out.write("no such thing\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    return false;
                });
                var runner = Loops.start(model, service.address(), 1)) {
            assertThat(reason(Loops.outcome(runner.run(Loops.unit(Loops.CALL)))))
                    .startsWith("GET /call?")
                    .doesNotEndWith(": null");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void aMissingFileIsReported(ConcurrencyModel model) throws Exception {
        try (var runner = Loops.start(model, Setup.NOWHERE, 1)) {
            assertThat(reason(Loops.outcome(runner.run(Loops.unit(new Step.FileRead(12345))))))
                    .contains("read-12345")
                    .contains("NoSuchFile");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void aComputationThatThrowsFailsItsUnitAndNoOther(ConcurrencyModel model) throws Exception {
        var uncalibrated = new Step.Compute(Kernel.SIEVE, Duration.ofMillis(1));
        try (var runner = Loops.start(model, Setup.NOWHERE, 1)) {
            var first = runner.run(Loops.unit(uncalibrated));
            var second = runner.run(Loops.unit(Loops.TINY));
            assertThatThrownBy(() -> Loops.outcome(first))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("kernel sieve is not calibrated");
            assertThat(Loops.outcome(second)).isInstanceOf(Outcome.Done.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void closingFailsUnitsInFlightAndLaterOnes(ConcurrencyModel model) throws Exception {
        var asked = new CountDownLatch(1);
        try (var service = new RawService((path, n, out) -> {
            asked.countDown();
            return true;
        })) {
            var runner = Loops.start(model, service.address(), 1);
            var held = runner.run(Loops.unit(Loops.CALL));
            var waiting = runner.run(Loops.unit(Loops.CALL));
            asked.await();
            runner.close();
            assertThat(reason(Loops.outcome(held))).contains("closed");
            assertThat(reason(Loops.outcome(waiting))).contains("closed");
            assertThat(reason(Loops.outcome(runner.run(Loops.unit(Loops.TINY)))))
                    .contains("closed");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void anUnknownOptionIsReported(ConcurrencyModel model) {
        var setup = new Setup(Setup.NOWHERE, 2, 1, Loops.BODY, Map.of("threads", "2"));
        assertThatThrownBy(() -> model.start(setup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown option 'threads' of %s; known: %s", model.name(), known(model));
    }

    private static String known(ConcurrencyModel model) {
        return model.options().isEmpty() ? "none" : String.join(", ", model.options());
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.reason();
            case Outcome.Done done -> throw new AssertionError("was done: " + done);
        };
    }
}
