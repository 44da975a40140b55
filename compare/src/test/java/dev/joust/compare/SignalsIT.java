package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program itself, as a process, stopped in mid-trial while forked workers compute. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "it starts the program with 'env --default-signal', which only GNU has")
@Execution(ExecutionMode.CONCURRENT)
final class SignalsIT {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(60);
    private static final int KILLED = 137;

    /** The service, the trial, and its two workers. */
    private static final int CHILDREN = 4;

    @TempDir
    private Path folder;

    private JoustCommand joust;
    private String scenario;
    private String dead;
    private Path session;

    @BeforeEach
    void writeScenario() throws IOException {
        dead = "unix://" + folder.resolve("nobody");
        // a shell that runs this in the background ignores SIGINT, and its children with it
        joust = new JoustCommand(folder).by("env", "--default-signal=INT").with("DOCKER_HOST", dead);
        joust.calls();
        session = folder.resolve("session");
        scenario = Files.writeString(folder.resolve("long.yaml"), """
                scenario: long
                question: Who ends when told to?
                work:
                  task: [{call: {delay: 1ms}}, {compute: {kernel: mix, cpu: 100ms}}]
                load:
                  batch: 10
                models: [platform-threads, processes]
                metric: makespan
                """).toString();
    }

    @Test
    void howeverItEndsItsChildrenEndTooAndItsResultsAreKept() throws Exception {
        try (var running = joust.start("run", scenario, "--profile", "quick", "--out", session.toString())) {
            inMidTrial(running);
            assertASecondSessionIsRefused(running);
            var children = inMidTrial(running);
            int kept = results().size();
            running.signal("INT");
            assertThat(running.ended()).isEqualTo(Joust.INTERRUPTED);
            gone(children);
            assertThat(results()).hasSizeGreaterThanOrEqualTo(kept);
            assertThat(SessionFolder.open(session).read())
                    .as("what it was at when it was told to stop has not failed")
                    .allMatch(result -> result.failure().isEmpty());
            assertThat(running.said())
                    .contains("the service: " + service(), "go on with: joust run --resume " + session);
        }
        assertThat(service())
                .as("where there is no engine")
                .startsWith("a process on loopback (")
                .contains("for no container engine answers at " + dead);

        // a result that was cut short by a crash is not a result, and does not spoil the next one
        Files.writeString(session.resolve("results.jsonl"), "{\"format\":1,\"id\":", StandardOpenOption.APPEND);
        int before = results().size() - 1;
        try (var resumed = joust.start("run", "--resume", session.toString())) {
            await().atMost(LATE).until(() -> SessionFolder.open(session).read().size() > before);
            var children = inMidTrial(resumed);
            resumed.signal("KILL");
            assertThat(resumed.ended()).isEqualTo(KILLED);
            gone(children);
        }
    }

    private void assertASecondSessionIsRefused(RunningJoust first) throws Exception {
        var other = folder.resolve("other");
        var second = joust.run("run", scenario, "--out", other.toString());
        assertThat(second.status()).as(second.said()).isEqualTo(Joust.USAGE);
        assertThat(second.said()).contains(Long.toString(first.pid()));
        assertThat(other).doesNotExist();
    }

    /** Waits until a result is there and workers of the forked model compute; gives all processes below. */
    private List<ProcessHandle> inMidTrial(RunningJoust running) {
        var process = running.process();
        await().atMost(LATE).until(() -> !results().isEmpty() || !process.isAlive());
        assertThat(process.isAlive()).as(running::said).isTrue();
        await().atMost(LATE).until(() -> process.descendants().count() >= CHILDREN);
        return process.descendants().toList();
    }

    private static void gone(List<ProcessHandle> children) {
        assertThat(children).hasSizeGreaterThanOrEqualTo(CHILDREN);
        await().atMost(SOON).untilAsserted(() -> assertThat(children.stream().filter(SignalsIT::runs))
                .isEmpty());
    }

    /** An orphan that has ended stays as a zombie until the first process of the machine takes note of it. */
    private static boolean runs(ProcessHandle child) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"));
            return child.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false; // it is gone
        }
    }

    private String service() {
        return SessionFolder.open(session).session().machine().service();
    }

    private List<String> results() throws IOException {
        var results = session.resolve("results.jsonl");
        return Files.exists(results) ? Files.readAllLines(results) : List.of();
    }
}
