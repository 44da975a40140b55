package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Arm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions whose models are HTTP servers, as a process of its own. */
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "some of its programs are scripts")
@Execution(ExecutionMode.CONCURRENT)
final class ServedSessionIT {
    private static final int ENOUGH = 20;

    private static final String CLOSED = "closed: {inFlight: 8, for: 1s} | ";
    private static final String OPEN = "open: {rate: 100/s, for: 1s, deadline: 250ms, timeout: 5s} | ";

    /** Up to five servers and their clients start one after the other, beside other tests. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private JoustCommand joust;
    private Path session;

    @BeforeEach
    void prepare() throws IOException {
        joust = new JoustCommand(folder).within(LIMIT).with("DOCKER_HOST", "unix://" + folder.resolve("nobody"));
        joust.writeCallingScenario();
        Files.createSymbolicLink(
                folder.resolve("quarkus"),
                Path.of(System.getProperty("joust.home"), "quarkus").toAbsolutePath());
        session = folder.resolve("session");
    }

    private String run(String load, String work, String models) throws Exception {
        var scenario =
                Files.writeString(folder.resolve("web.yaml"), String.format(Locale.ROOT, """
                scenario: web
                question: Who answers?
                work:
                  task: [%s]
                load:
                  %s
                over: {http: {connections: 8}}
                models: [%s]
                metric: throughput
                """, work, load, models));
        return joust.run("run", scenario.toString(), "--profile", "smoke", "--no-controls", "--out", session.toString())
                .said();
    }

    /** Beside other tests clients may be late, or a rate not be sustained: no test expects a server to be fast. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLOSED + "vertx-loop, vertx-loops, reactor-loop, gil-loop, gil-threads",
                CLOSED + "platform-threads, virtual-threads, processes, hybrid",
                CLOSED + "quarkus-reactive, quarkus-blocking, quarkus-virtual, quarkus-offload",
                CLOSED + "cpython-threads, cpython-asyncio, cpython-processes",
                OPEN + "vertx-loop, processes, cpython-threads"
            })
    void modelsAnswerEveryLoad(String load, String models) throws Exception {
        var said = run(load, "{call: 1ms}, {compute: {kernel: mix, cpu: 200us}}", models);

        var judged =
                JudgedSession.in(session).judgement().scenarios().getFirst().evidence();
        for (Arm arm : judged.scenario().arms()) {
            assertThat(judged.all(arm)).as(arm.name()).isNotEmpty().allSatisfy(trial -> assertThat(trial.failed())
                    .as(said)
                    .noneMatch(check -> check.startsWith("failed units: ") || check.startsWith("wrong answers: ")));
        }
        assertThat(SessionFolder.open(session).readResults()).allSatisfy(result -> {
            assertThat(result.failure()).as(said).isEmpty();
            var counters = result.measurement().orElseThrow().totals().counters();
            assertThat(counters).containsKeys("load.cpu-cores", "load.window-loop-busy", "backlog");
            assertThat(counters.get("requests-answered")).isGreaterThan(ENOUGH);
            assertThat(result.outside().resourceUsage()).isPresent();
            assertThat(result.outside().startUpMillis()).isPresent();
        });
        assertThat(session.resolve("report.md"))
                .content()
                .contains("each model is an HTTP server, its clients are in another process")
                .contains("| connections of clients |");
    }

    @Test
    void aConnectionPerRequestIsOpenedWhereNoneIsKept() throws Exception {
        var scenario = Files.writeString(folder.resolve("short.yaml"), """
                scenario: short
                question: Who accepts?
                work:
                  task: [{sleep: 1ms}]
                load: {batch: 100}
                over: {http: {connections: 8, keepAlive: false}}
                models: [vertx-loop, reactor-loop, platform-threads, processes]
                metric: makespan
                """);
        var ended = joust.run(
                "run", scenario.toString(), "--profile", "smoke", "--no-controls", "--out", session.toString());
        assertThat(SessionFolder.open(session).readResults()).as(ended.said()).allSatisfy(result -> {
            var counters = result.measurement().orElseThrow().totals().counters();
            assertThat(counters.get("connections-accepted")).isEqualTo(counters.get("requests-answered"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"wrong | wrong answers: ", "dies | the server process (pid "})
    void aServerThatFailsInMidLoadIsAFailureThatSaysSo(String fault, String reason) throws Exception {
        var said = runFaulty(fault, true);
        var evidence =
                JudgedSession.in(session).judgement().scenarios().getFirst().evidence();
        var arm = evidence.scenario().arms().getFirst();
        assertThat(evidence.all(arm)).as(said).isNotEmpty().allSatisfy(trial -> assertThat(trial.failed())
                .anyMatch(check -> check.contains(reason)));
    }

    @ParameterizedTest
    @CsvSource({"mute, true", "deaf, false"})
    void aServerThatAnswersNoMoreOrAcceptsNoMoreMakesUnitsTimeOut(String fault, boolean keepAlive) throws Exception {
        var said = runFaulty(fault, keepAlive);
        assertThat(SessionFolder.open(session).readResults())
                .as(said)
                .isNotEmpty()
                .allSatisfy(result -> {
                    var open = result.measurement()
                            .orElseThrow()
                            .classes()
                            .get("task")
                            .open()
                            .orElseThrow();
                    assertThat(open.timedOut()).isPositive();
                    assertThat(open.inTime() + open.timedOut()).isLessThanOrEqualTo(open.offered());
                });
    }

    private String runFaulty(String fault, boolean keepAlive) throws Exception {
        var scenario = Files.writeString(
                folder.resolve("faulty.yaml"), String.format(Locale.ROOT, """
                scenario: faulty
                question: What does a server cost that fails?
                work:
                  task: [{sleep: 0ms}]
                load: {open: {rate: 50/s, for: 2s, timeout: 1s}}
                over: {http: {connections: 8, keepAlive: %s}}
                models: [%s]
                metric: throughput
                """, keepAlive, FakeRuntime.MODEL));
        var program = new FakePrograms(folder).serving(fault);
        return joust.run(
                        "run",
                        scenario.toString(),
                        "--profile",
                        "smoke",
                        "--no-controls",
                        "--out",
                        session.toString(),
                        "--runtime",
                        "fake=" + program)
                .said();
    }
}
