package dev.joust.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Step;
import dev.joust.trial.Oracle;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StepInterpreterTest {
    @TempDir
    Path scratch;

    private TaskBody body;

    @BeforeEach
    void body() {
        body = Tasks.body(scratch);
    }

    @Test
    void everyKindOfStepAnswersWhatTheOracleExpects() throws Exception {
        var work = Tasks.work(
                Tasks.COMPUTE,
                Tasks.call(100),
                Tasks.NATIVE,
                new Step.Stream(300_000),
                Tasks.SLEEP,
                Tasks.file(body, 200_000),
                Tasks.call(0));
        try (var service = new ScriptedService(ScriptedService::answerRight);
                var interpreter = interpreter(service.address(), 1)) {
            assertThat(interpreter.run(work)).isEqualTo(new Outcome.Done(new Oracle(body).digest(work), 3, 300_100));
        }
    }

    @Test
    void workWithoutRequestsNeedsNoService() {
        var work = Tasks.work(Tasks.COMPUTE);
        try (var interpreter = interpreter(URI.create("http://no-such-host.invalid"), 1)) {
            assertThat(interpreter.run(work)).isEqualTo(new Outcome.Done(new Oracle(body).digest(work), 0, 0));
        }
    }

    @Test
    void anAddressOtherThanPlainHttpIsRefused() {
        assertThatThrownBy(() -> interpreter(URI.create("https://127.0.0.1"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://127.0.0.1");
    }

    @Test
    void aStatusOtherThan200FailsTheUnitAndNamesTheRequest() throws Exception {
        assertThat(reason((path, out) ->
                        out.write(ScriptedService.answer("503 Service Unavailable", ScriptedService.body(path)))))
                .matches("GET /call\\?delay=0ns&bytes=64&key=[0-9a-f]{16}: 503 Service Unavailable");
    }

    @Test
    void aBodyOfAnotherLengthFailsTheUnit() throws Exception {
        assertThat(reason((path, out) -> out.write(ScriptedService.answer("200 OK", new byte[65]))))
                .endsWith(": asked for 64 bytes, read 65");
        assertThat(reason((path, out) -> out.write(ScriptedService.answer("200 OK", new byte[63]))))
                .endsWith(": asked for 64 bytes, read 63");
    }

    @Test
    void aBodyThatBreaksOffFailsTheUnit() throws Exception {
        assertThat(reason((path, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 64\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII));
                    throw new IllegalStateException("scripted end");
                }))
                .startsWith("GET /call?")
                .contains("64", "3");
    }

    @Test
    void aRefusedConnectionFailsTheUnit() throws Exception {
        URI closed;
        try (var taken = new ServerSocket(0)) {
            closed = URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }
        try (var interpreter = interpreter(closed, 1)) {
            assertThat(interpreter.run(Tasks.work(Tasks.call(64))))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, f -> assertThat(f.reason()).contains("GET /call?", "refused"));
        }
    }

    @Test
    void aMissingFileFailsTheUnit() {
        try (var interpreter = interpreter(Setup.NOWHERE, 1)) {
            assertThat(interpreter.run(Tasks.work(new Step.FileRead(7))))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, f -> assertThat(f.reason()).startsWith("file read-7: "));
        }
    }

    @Test
    void aRequestIsSentOnceWithTheRequiredHeadersOnly() throws Exception {
        for (var status : new String[] {"302 Found\r\nLocation: /elsewhere", "429 Too Many\r\nRetry-After: 0"}) {
            try (var service =
                            new ScriptedService((path, out) -> out.write(ScriptedService.answer(status, new byte[0])));
                    var interpreter = interpreter(service.address(), 1)) {
                interpreter.run(Tasks.work(Tasks.call(64)));
                assertThat(service.heads).singleElement().asString().matches("""
                        GET /call\\?delay=0ns&bytes=64&key=[0-9a-f]{16} HTTP/1.1\r
                        Host: 127.0.0.1:\\d+\r
                        Connection: keep-alive\r
                        User-Agent: \\S+ \\(Java/25\\S*\\)""");
            }
        }
    }

    @Test
    void oneThreadKeepsOneConnectionEvenAfterAFailure() throws Exception {
        try (var service = new ScriptedService((path, out) -> {
                    if (path.contains("bytes=1&")) {
                        out.write(ScriptedService.answer("503 No", "later".getBytes(StandardCharsets.US_ASCII)));
                    } else {
                        ScriptedService.answerRight(path, out);
                    }
                });
                var interpreter = interpreter(service.address(), 8)) {
            interpreter.run(Tasks.work(Tasks.call(10), Tasks.call(20)));
            interpreter.run(Tasks.work(Tasks.call(1)));
            interpreter.run(Tasks.work(Tasks.call(30)));
            assertThat(service.heads).hasSize(4);
            assertThat(service.connections()).isEqualTo(1);
        }
    }

    @Test
    void asManyRequestsRunAtOnceAsThereAreConnections() throws Exception {
        int threads = 16;
        var allArrived = new CyclicBarrier(threads);
        try (var service = new ScriptedService((path, out) -> {
                    allArrived.await(10, TimeUnit.SECONDS);
                    ScriptedService.answerRight(path, out);
                });
                var interpreter = interpreter(service.address(), threads);
                var pool = Executors.newFixedThreadPool(threads)) {
            var work = Tasks.work(Tasks.call(64), Tasks.call(64));
            var runs = Stream.generate(() -> pool.submit(() -> interpreter.run(work)))
                    .limit(threads)
                    .toList();
            for (var run : runs) {
                assertThat(run.get()).isInstanceOf(Outcome.Done.class);
            }
            assertThat(service.connections()).isEqualTo(threads);
        }
    }

    @Test
    void anInterruptEndsTheUnitBeforeItsNextStepAndStaysSet() throws Exception {
        try (var interpreter = interpreter(Setup.NOWHERE, 1)) {
            var run = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                var outcome = interpreter.run(Tasks.work(Tasks.COMPUTE));
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return outcome;
            });
            Thread.ofPlatform().start(run);
            assertThat(run.get()).isEqualTo(new Outcome.Failed("interrupted before step 1"));
        }
    }

    @Test
    void closeEndsABlockedRead() throws Exception {
        var asked = new CountDownLatch(1);
        try (var service = new ScriptedService((path, out) -> {
            asked.countDown();
            Thread.sleep(Duration.ofHours(1));
        })) {
            var interpreter = interpreter(service.address(), 1);
            var run = new FutureTask<>(() -> interpreter.run(Tasks.work(Tasks.call(64))));
            Thread.ofPlatform().start(run);
            asked.await();
            interpreter.close();
            assertThat(run.get()).isInstanceOf(Outcome.Failed.class);
            assertThat(interpreter.run(Tasks.work(Tasks.COMPUTE))).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aFirstRequestAfterCloseFails() {
        var interpreter = interpreter(Setup.NOWHERE, 1);
        interpreter.close();
        assertThat(interpreter.run(Tasks.work(Tasks.call(64))))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, f -> assertThat(f.reason()).endsWith("the client is closed"));
    }

    private String reason(ScriptedService.Script script) throws Exception {
        try (var service = new ScriptedService(script);
                var interpreter = interpreter(service.address(), 1)) {
            return ((Outcome.Failed) interpreter.run(Tasks.work(Tasks.call(64)))).reason();
        }
    }

    private StepInterpreter interpreter(URI service, int connections) {
        return new StepInterpreter(service, connections, body, RunLock.NONE);
    }
}
