package dev.joust.compare;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path scenario;
    private Path session;

    @BeforeEach
    void writeScenario() throws IOException {
        session = folder.resolve("session");
        scenario = Files.writeString(folder.resolve("long.yaml"), """
                scenario: long
                question: Who ends when told to?
                work:
                  task: [{compute: {kernel: mix, cpu: 200ms}}]
                load:
                  batch: {units: 10}
                models: [platform-threads, processes]
                metric: makespan
                """);
    }

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void sigintEndsEveryChildKeepsTheResultsAndExits130ThenResumeGoesOn() throws Exception {
        var running = joust("run", scenario.toString(), "--profile", "quick", "--out", session.toString());
        var children = inMidTrial(running);
        int kept = results().size();
        signal(running, "INT");
        assertThat(running.waitFor(LATE.toSeconds(), SECONDS)).isTrue();
        assertThat(running.exitValue()).isEqualTo(Joust.INTERRUPTED);
        gone(children);
        assertThat(results()).hasSizeGreaterThanOrEqualTo(kept);
        assertThat(text(running)).contains("go on with: joust run --resume " + session);

        // a result that was cut short by a crash is not a result, and does not spoil the next one
        Files.writeString(
                session.resolve("results.jsonl"), "{\"format\":1,\"id\":", java.nio.file.StandardOpenOption.APPEND);
        int before = results().size() - 1;
        var resumed = joust("run", "--resume", session.toString());
        await().atMost(LATE).until(() -> SessionFolder.open(session).read().size() > before);
        signal(resumed, "INT");
        assertThat(resumed.waitFor(LATE.toSeconds(), SECONDS)).isTrue();
        assertThat(resumed.exitValue()).isEqualTo(Joust.INTERRUPTED);
    }

    @Test
    void sigkillLeavesNoChildOfAnyKind() throws Exception {
        var running = joust("run", scenario.toString(), "--profile", "quick", "--out", session.toString());
        var children = inMidTrial(running);
        running.destroyForcibly();
        assertThat(running.waitFor(LATE.toSeconds(), SECONDS)).isTrue();
        gone(children);
    }

    @Test
    void aSecondSessionIsRefusedAndToldWhoHoldsTheMachine() throws Exception {
        var lock = folder.resolve("joust-session.lock");
        var running = joust("run", scenario.toString(), "--profile", "quick", "--out", session.toString());
        await().atMost(LATE).until(() -> Files.exists(lock) && Files.size(lock) > 0);
        var second = joust(
                "run", scenario.toString(), "--out", folder.resolve("other").toString());
        assertThat(second.waitFor(LATE.toSeconds(), SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(Joust.USAGE);
        assertThat(text(second)).contains(Long.toString(running.pid()));
        assertThat(folder.resolve("other")).doesNotExist();
        signal(running, "TERM");
        assertThat(running.waitFor(LATE.toSeconds(), SECONDS)).isTrue();
    }

    /** Waits until a result is there and workers of the forked model compute; gives all processes below. */
    private List<ProcessHandle> inMidTrial(Process running) {
        await().atMost(LATE).until(() -> !results().isEmpty() || !running.isAlive());
        assertThat(running.isAlive()).as(() -> text(running)).isTrue();
        await().atMost(LATE).until(() -> running.descendants().count() >= 3);
        return running.descendants().toList();
    }

    private static void gone(List<ProcessHandle> children) {
        assertThat(children).hasSizeGreaterThanOrEqualTo(3);
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

    private List<String> results() throws IOException {
        var results = session.resolve("results.jsonl");
        return Files.exists(results) ? Files.readAllLines(results) : List.of();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private String text(Process process) {
        try {
            return Files.readString(folder.resolve("output-" + started.indexOf(process)));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A shell that runs this in the background ignores SIGINT, and its children with it; 'env' undoes that. */
    private Process joust(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(new JoustCommand(folder).words(arguments));
        var output = folder.resolve("output-" + started.size()).toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        started.add(process);
        return process;
    }
}
