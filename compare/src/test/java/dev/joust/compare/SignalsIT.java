package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.session.ServiceInfo;
import dev.joust.compare.session.SessionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The program as a process of its own, stopped in mid-trial while forked workers compute. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "it starts the program with 'env --default-signal', which only GNU has")
@Isolated("beside other sessions it missed the half second in which the workers compute")
final class SignalsIT {
    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    /** A session waits up to a minute for a machine at rest. */
    private static final Duration START_LIMIT = Duration.ofSeconds(150);

    private static final int KILLED = 137;

    /** The service, the trial, and its two workers. */
    private static final int CHILDREN = 4;

    /** A trial and its two workers. */
    private static final int SEARCHING = 3;

    @TempDir
    private Path folder;

    private JoustCommand joust;
    private String scenario;
    private String dead;
    private Path session;

    @BeforeEach
    void writeScenario() throws IOException {
        dead = "unix://" + folder.resolve("nobody");
        // a background job of a shell ignores SIGINT, and so do its children
        joust = new JoustCommand(folder).by("env", "--default-signal=INT").with("DOCKER_HOST", dead);
        joust.writeCallingScenario();
        session = folder.resolve("session");
        scenario = Files.writeString(folder.resolve("long.yaml"), """
                scenario: long
                question: Which children end with the program?
                work:
                  task: [{call: {delay: 1ms}}, {compute: {kernel: mix, cpu: 100ms}}]
                load:
                  batch: 10
                models: [platform-threads, processes]
                metric: makespan
                """).toString();
    }

    @Test
    void afterASignalTheChildrenEndAndTheResultsAreKept() throws Exception {
        try (var running = joust.start("run", scenario, "--no-controls", "--rest", "0", "--out", session.toString())) {
            awaitMidTrial(running);
            assertASecondSessionIsRefused(running);
            var children = awaitMidTrial(running);
            int kept = results().size();
            running.signal("INT");
            assertThat(running.awaitEnd()).isEqualTo(ExitCode.INTERRUPTED.number());
            assertEnded(children);
            assertThat(results()).hasSizeGreaterThanOrEqualTo(kept);
            assertThat(SessionFolder.open(session).readResults())
                    .as("the trial that the signal interrupted is not recorded as failed")
                    .allMatch(result -> result.failure().isEmpty());
            assertThat(running.said())
                    .contains("service: process on 127.0.0.1 (no container engine)")
                    .contains("go on with: joust run --resume " + session);
        }
        assertThat(service().fallback().orElseThrow().reason()).isEqualTo(ServiceInfo.FallbackReason.NO_ENGINE);
        assertThat(service().sentence())
                .startsWith("process on 127.0.0.1; no container engine answers at " + dead)
                .contains("; -XX:");

        // a result that was cut short by a crash is not a result, and does not spoil the next one
        Files.writeString(session.resolve("results.jsonl"), "{\"format\":1,\"id\":", StandardOpenOption.APPEND);
        int before = results().size() - 1;
        try (var resumed = joust.start("run", "--resume", session.toString(), "--rest", "0")) {
            await().atMost(START_LIMIT)
                    .until(() -> SessionFolder.open(session).readResults().size() > before);
            var children = awaitMidTrial(resumed);
            resumed.signal("KILL");
            assertThat(resumed.awaitEnd()).isEqualTo(KILLED);
            assertEnded(children);
        }
    }

    @Test
    void aSearchForACapacityThatASignalStopsIsMadeAgain() throws Exception {
        var share = Files.writeString(folder.resolve("share.yaml"), """
                scenario: share
                question: Does a stopped search count as a model without a capacity?
                work:
                  task: [{compute: {kernel: mix, cpu: 100ms}}]
                load:
                  open: {rate: 50 % of capacity, for: 1s}
                models: [processes]
                metric: throughput
                """).toString();
        try (var running = joust.start("run", share, "--no-controls", "--rest", "0", "--out", session.toString())) {
            await().atMost(START_LIMIT).until(() -> isSearching(running));
            running.signal("TERM");
            assertThat(running.awaitEnd()).isEqualTo(ExitCode.TERMINATED.number());
            assertThat(running.said()).contains("go on with: joust run --resume " + session);
        }
        assertThat(SessionFolder.open(session).readCapacities()).isEmpty();
    }

    /** The session file is written once the calibrations are over, in which processes run too. */
    private boolean isSearching(RunningJoust running) {
        return Files.exists(session.resolve("session.json"))
                && running.process().descendants().count() >= SEARCHING;
    }

    private void assertASecondSessionIsRefused(RunningJoust first) throws Exception {
        var other = folder.resolve("other");
        var second = joust.run("run", scenario, "--out", other.toString());
        assertThat(second.status()).as(second.said()).isEqualTo(ExitCode.USAGE.number());
        assertThat(second.said()).contains(Long.toString(first.pid()));
        assertThat(other).doesNotExist();
    }

    /** Waits until there is a result and workers of the forked model compute; returns all descendants. */
    private List<ProcessHandle> awaitMidTrial(RunningJoust running) {
        var process = running.process();
        await().atMost(START_LIMIT).until(() -> !results().isEmpty() || !process.isAlive());
        assertThat(process.isAlive()).as(running::said).isTrue();
        await().atMost(START_LIMIT).until(() -> process.descendants().count() >= CHILDREN || !process.isAlive());
        assertThat(process.isAlive()).as(running::said).isTrue();
        return process.descendants().toList();
    }

    private static void assertEnded(List<ProcessHandle> children) {
        assertThat(children).hasSizeGreaterThanOrEqualTo(CHILDREN);
        await().atMost(END_LIMIT)
                .untilAsserted(() -> assertThat(children.stream().filter(SignalsIT::isRunning))
                        .isEmpty());
    }

    /** An ended orphan stays a zombie until process 1 reaps it. */
    private static boolean isRunning(ProcessHandle child) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"));
            return child.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    private ServiceInfo service() {
        return SessionFolder.open(session).readSession().machine().service();
    }

    private List<String> results() throws IOException {
        var results = session.resolve("results.jsonl");
        return Files.exists(results) ? Files.readAllLines(results) : List.of();
    }
}
