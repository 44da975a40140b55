package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.cli.ExitCode;
import dev.joust.trial.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong request ends with exit code 64 and one line, before anything has run. It is past 250 lines: most of them are
 * rows, one per wrong request.
 */
@Isolated("it replaces the standard streams")
final class UsageTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream err = System.err;
    private final PrintStream out = System.out;

    /** The session lock is among the temporary files, and another session may run on this machine. */
    private final String temporary = System.getProperty("java.io.tmpdir");

    @BeforeEach
    void redirectStreams() throws IOException {
        System.setProperty("java.io.tmpdir", folder.toString());
        System.setProperty("joust.home", folder.toString());
        Files.createDirectories(folder.resolve("scenarios"));
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setErr(print);
        System.setOut(print);
    }

    @AfterEach
    void restoreStreams() {
        System.setErr(err);
        System.setOut(out);
        System.clearProperty("joust.home");
        System.setProperty("java.io.tmpdir", temporary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "run no-such                   | no scenario 'no-such', and no such file; known: ",
                "run --cpus 0                  | cores from 0.01 to ",
                "run --cpus two                | two decimals at most; found 'two'",
                "run --memory 8m               | a whole number of k, m or g, 16m at least; found '8m'",
                "run --memory 256              | a whole number of k, m or g, 16m at least; found '256'",
                "fidelity --handoff lifo       | expected one of [GLIBC, FIFO] (case-insensitive) but was 'lifo'",
                "fidelity --handoff fifo --window 1us | --window needs --handoff glibc",
                "fidelity --window 1ms         | --window takes a time such as 1us or 500ns, below 1ms, found '1ms'",
                "run --profile fast            | [SMOKE, QUICK, ARTICLE, FULL] (case-insensitive) but was 'fast'",
                "run --seed x                  | 'x' is not a long",
                "run --rest 3601               | --rest must be 0 to 3600 seconds, found 3601",
                "run --models gil              | unknown model 'gil'; known: ",
                "run --service ftp://x good.yaml --out o | --service takes 'auto', 'process', 'container' or a"
                        + " URL such as http://127.0.0.1:8080, found 'ftp://x'",
                "run --resume nowhere          | nowhere is no session: it has no readable session.json",
                "run bad.yaml                  | bad.yaml:8: unknown model 'treads'; known: ",
                "run options.yaml              | options.yaml:8: unknown option 'wait' of processes; known: ahead, ",
                "run good.yaml good.yaml       | scenario 'good' is already declared in ",
                "run good.yaml --models vertx-loop | --models: no chosen scenario lists vertx-loop; known:"
                        + " platform-threads, processes",
                "run --runtime gil=x good.yaml     | unknown runtime 'gil'; known: ",
                "run --python a --runtime cpython=b good.yaml | --python a and --runtime cpython=b name two programs",
                "run python.yaml --models fake-threads | nothing is left to run: good/fake-threads: not"
                        + " available: fake: no fake on the path",
                "run python.yaml --models fake-threads --runtime fake=gone | nothing is left to run:"
                        + " good/fake-threads: not available: fake: gone is not there",
                "run good.yaml --on ssh://-oX  | --on takes hosts such as ssh://a or ssh://user@b:2222, found ",
                "run good.yaml --on ssh://a,ssh://a | --on names a twice; a host runs one shard at a time",
                "run good.yaml --on ssh://a --shard 1/2 --seed 1 | --shard and --on exclude each other",
                "run good.yaml --on ssh://a --service http://h:1 | --on starts a service on each host",
                "run good.yaml --remote-java x | --remote-java needs --on",
                "run bad.yaml --on ssh://a     | bad.yaml:8: unknown model 'treads'; known: ",
                "run jars.yaml --on ssh://a    | --on sends no jars, and good/mine chooses some",
                "run good.yaml --on ssh://a    | the property joust.launcher is not set; start Joust by its launcher",
                "run --shard 5/4 --seed 1      | a shard is K/N with 1 <= K <= N <= 1000, found 5/4",
                "run --shard half --seed 1     | a shard is K/N with 1 <= K <= N <= 1000, such as 2/4, found 'half'",
                "run --shard 1/2               | --shard needs --seed N: the shards of a plan have the same seed",
                "run --emit                    | --emit needs --shard K/N",
                "run --host anvil              | --host needs --shard K/N",
                "run --shard 1/2 --seed 1 --host (x) | --host: the name of a machine has 1 to 80 characters",
                "merge nowhere --out o         | nowhere: it is no folder and no readable file",
                "merge good.yaml --out o       | good.yaml: it holds no shard, which 'joust run --shard K/N --emit'",
                "merge scenarios --out o       | scenarios is no session: it has no readable session.json",
                "merge good.yaml               | Missing required option: '--out=DIR'",
                "judge nowhere                 | nowhere is no session: it has no readable session.json",
                "report nowhere                | nowhere is no session: it has no readable session.json",
                "timeline no-such              | no scenario 'no-such', and no such file; known: ",
                "timeline good.yaml --length 0 | --length takes a time from 1ms to 10s, such as 200ms, found '0'",
                "timeline good.yaml --length 500us | --length takes a time from 1ms to 10s, such as 200ms",
                "timeline good.yaml --length 1m | --length takes a time from 1ms to 10s, such as 200ms, found '1m'",
                "timeline good.yaml --models vertx-loop | --models: no chosen scenario lists vertx-loop; known:",
                "timeline python.yaml --models fake-threads | nothing to record: no chosen model runs on the JVM",
                "timeline good.yaml --out a,b  | the Flight Recorder takes no path with a blank, a quote, ',' or '='",
                "serve nowhere                 | nowhere is not a folder",
                "serve scenarios               | scenarios has no report; write it with: joust report ",
                "serve scenarios --port 70000  | --port takes 0 to 65535, found '70000'",
                "serve scenarios --bind [x       | Invalid value for option '--bind': ",
                "jugde                         | unknown command 'jugde'; known: run, job, article, judge, merge,",
                "jugde --help                  | unknown command 'jugde'; known: run, job, article, judge, merge,",
                "--help jugde                  | unknown command 'jugde'; known: run, job, article, judge, merge,",
                "judge a b --help              | unknown argument 'b'",
                "advise nowhere.yaml           | nowhere.yaml: cannot be read: ",
                "advise no-rate.yaml           | no-rate.yaml:3: a class of traffic needs 'rate'; found: steps",
                "advise no-steps.yaml          | no-steps.yaml:3: a class of traffic needs 'steps'; found: rate",
                "advise too-much.yaml          | too-much.yaml: the traffic computes ",
                "advise too-much.yaml --json   | no model can do that: add cores, or lower the rate",
                "advise traffic.yaml --resume nowhere | nowhere is no session: it has no readable session.json",
                "advise traffic.yaml --profile fast | (case-insensitive) but was 'fast'",
                "list no-such                  | no scenario 'no-such', and no such file; known: ",
            })
    void isOneLineAndExitCode64(String line, String message) throws IOException {
        write("good.yaml", "threads");
        write("bad.yaml", "treads");
        write("options.yaml", "{model: processes, options: {wait: 1ms}}");
        write("jars.yaml", "{name: mine, model: platform-threads, jars: [mine.jar]}");
        write("python.yaml", FakeRuntime.MODEL);
        writeProfile("no-rate.yaml", "steps: [call: 1ms]");
        writeProfile("no-steps.yaml", "rate: 1/s");
        writeProfile("too-much.yaml", "rate: 1000/s, steps: [compute: 10s]");
        writeProfile("traffic.yaml", "rate: 1/s, steps: [call: 1ms]");
        assertThat(run(line)).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(message).contains("joust: ");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        write("good.yaml", "threads");
        Files.writeString(folder.resolve("file"), "in the way");
        assertThat(run("run good.yaml --out file/session")).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("cannot be written")
                .contains("file/session");
    }

    @Test
    void aFolderThatHoldsASessionIsNotOverwritten() throws IOException {
        write("good.yaml", "threads");
        Files.createDirectories(folder.resolve("s"));
        Files.writeString(folder.resolve("s/session.json"), "{}");
        assertThat(run("run good.yaml --out s")).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("holds a session already; go on with --resume");
        assertThat(folder.resolve("s/session.json")).hasContent("{}");
    }

    @Test
    void aSessionOfAnotherFormatIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("s"));
        Files.writeString(folder.resolve("s/session.json"), "{\"format\":0}");
        assertThat(run("judge s")).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("session.json cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "--help",
        "run --help",
        "article --help",
        "judge --help",
        "report --help",
        "serve --help",
        "list --help",
        "--version",
        "run --version"
    })
    void everyCommandHasHelpAndVersion(String line) {
        assertThat(run(line)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).containsIgnoringCase("joust");
    }

    @Test
    void withoutArgumentsTheHelpIsPrinted() {
        assertThat(Joust.run()).isZero();
        assertThat(heard()).startsWith("Usage: joust").contains("143   terminated (SIGTERM)");
    }

    @Test
    void aProfileIsReadInAnyCase() throws IOException {
        write("good.yaml", "threads");
        assertThat(run("run good.yaml --profile Smoke --models vertx-loop")).isEqualTo(ExitCode.USAGE.number());
        assertThat(heard()).contains("no chosen scenario lists vertx-loop");
    }

    @Test
    void theListHasOneLinePerScenarioAndOfANamedOneItsArms() throws IOException {
        write("scenarios/good.yaml", "threads");
        assertThat(run("list")).isZero();
        assertThat(heard().lines()).contains("good                 Who wins?");
        assertThat(heard()).doesNotContain("arms: ");

        said.reset();
        assertThat(run("list good")).isZero();
        assertThat(heard().lines())
                .containsExactly("good: Who wins?", "  load: batch of 2 units", "  arms: platform-threads, processes");
    }

    @Test
    void theListCannotSteerATerminal() throws IOException {
        write("scenarios/good.yaml", "threads");
        var file = folder.resolve("scenarios/good.yaml");
        Files.writeString(file, Files.readString(file).replace("Who wins?", "\"Who \\e[2J\\u202E wins?\""));
        assertThat(run("list")).isZero();
        assertThat(run("list good")).isZero();
        assertThat(heard()).contains("Who ").doesNotContain("\u001B").doesNotContain("\u202E");
    }

    @Test
    void modelsInOtherLanguagesAreListedWithTheirAvailability() throws IOException {
        assertThat(run("list")).isZero();
        assertThat(heard()).contains("models on fake: fake-loop, fake-threads\n  not available: no fake on the path");

        var program = new FakePrograms(folder).rubbish();
        assertThat(run("list --runtime fake=" + program)).isZero();
        assertThat(heard())
                .contains(String.format(
                        Locale.ROOT, "models on fake: fake-loop, fake-threads\n  Fake 1.0 (%s)", program));
    }

    private String heard() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void completionIsAShellScript() {
        assertThat(run("generate-completion")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("complete -F")
                .contains("--profile")
                .contains("quick");
    }

    @Test
    void theArithmeticOfATrafficIsPrinted() throws IOException {
        writeProfile("traffic.yaml", "rate: 1/s, steps: [call: 1ms]");
        assertThat(run("advise traffic.yaml --arithmetic")).isZero();
        assertThat(heard())
                .startsWith("Stage 1: arithmetic\n\ndemand: 0 of ")
                .contains("\nplatform-threads ", "\nvertx-loop ");

        said.reset();
        assertThat(run("advise traffic.yaml --arithmetic --json")).isZero();
        assertThat(Json.read(heard(), Object.class).toString()).contains("model=vertx-loop", "advice=null");
    }

    private void writeProfile(String name, String fields) throws IOException {
        Files.writeString(folder.resolve(name), "profile: traffic\ntraffic:\n  task: {" + fields + "}\n");
    }

    private void write(String name, String second) throws IOException {
        Files.writeString(
                folder.resolve(name), String.format(Locale.ROOT, """
                scenario: good
                question: Who wins?
                work:
                  task: [{compute: {kernel: mix, cpu: 1ms}}]
                load:
                  batch: 2

                models: [platform-threads, %s]
                metric: makespan
                """, second.equals("threads") ? "processes" : second));
    }

    /** Runs a command; words that name a file or folder of this test become its whole path. */
    private int run(String line) {
        List<String> words = new ArrayList<>();
        for (var word : line.split(" ")) {
            boolean path = word.endsWith(".yaml") || Files.exists(folder.resolve(word)) || word.startsWith("file/");
            words.add(path ? folder.resolve(word).toString() : word);
        }
        return Joust.run(words.toArray(String[]::new));
    }

    @Test
    void fidelityWithoutPythonSaysThatItIsNotAvailable() {
        assertThat(Joust.run(
                        "fidelity",
                        "--python",
                        "no-such-python",
                        "--out",
                        folder.resolve("f").toString()))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("joust: not available: no CPython: 'no-such-python' cannot be started (")
                .endsWith(String.format(Locale.ROOT, "; name another with --python%n"));
        assertThat(folder.resolve("f")).doesNotExist();
    }
}
