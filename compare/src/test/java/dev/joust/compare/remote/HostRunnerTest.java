package dev.joust.compare.remote;

// past 250 lines: each way in which a host fails is one short test

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.joust.compare.plan.Shard;
import dev.joust.compare.session.SessionFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One shard on a host behind a program that stands for {@code ssh}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hosts are shell scripts")
@Timeout(120)
final class HostRunnerTest {
    private static final Shard SHARD = new Shard(1, 3);
    private static final SshHost HOST = SshHost.parse(List.of("ssh://a")).getFirst();
    private static final List<String> STREAM = FakeHosts.stream("a", SHARD);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final HostLimits PATIENT = new HostLimits(LONG, LONG, LONG, LONG, Duration.ofMillis(50));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private FakeHosts hosts;
    private int attempts;

    @BeforeEach
    void makeHosts() {
        hosts = new FakeHosts(folder);
    }

    @Test
    void theResultsOfAWholeShardAreASession() throws Exception {
        hosts.prepare("a", STREAM);
        var attempt = run(PATIENT);
        assertThat(attempt.failure()).as(this::shown).isEmpty();
        assertThat(attempt.folder()).isEqualTo(folder.resolve("shards1/1-a"));
        assertThat(SessionFolder.open(attempt.folder()).readResults())
                .hasSize(attempt.results())
                .hasSize(6);
        assertThat(Files.readString(hosts.home("a").resolve("ssh-options")))
                .contains("BatchMode=yes", "ServerAliveInterval=15");
    }

    @Test
    void aHostGetsTheDistributionOnceAndNothingElseStays() throws Exception {
        hosts.prepare("a", STREAM);
        run(PATIENT);
        var first = shown();
        try (var ls = Files.list(hosts.home("a").resolve(".cache/joust"))) {
            assertThat(ls.map(kept -> kept.getFileName().toString()))
                    .containsExactly(hosts.distribution().sha256());
        }
        var again = run(PATIENT);
        assertThat(again.failure()).isEmpty();
        assertThat(shown()).isEqualTo(first).containsOnlyOnce("a: gets this distribution of Joust");
    }

    @Test
    void theLauncherGetsTheUsersWordsAsTheyAreAndHisFilesBesideThem() throws Exception {
        hosts.prepare("a", STREAM);
        var file = Files.writeString(folder.resolve("it's $HOME.yaml"), "scenario: mine\n");
        var request = new RemoteRequest(
                List.of(HOST),
                folder.resolve("session"),
                List.of("mixed", file.toString()),
                List.of("--models", "a,$(touch x)`'\"*"),
                Optional.of("/opt/a jdk/java"));
        assertThat(run(request, PATIENT).failure()).as(this::shown).isEmpty();
        assertThat(Files.readAllLines(hosts.home("a").resolve("words")))
                .containsExactly(
                        "run",
                        "--models",
                        "a,$(touch x)`'\"*",
                        "--shard",
                        "1/3",
                        "--host",
                        "a",
                        "--emit",
                        "--until-input-ends",
                        "--out",
                        "session",
                        "--",
                        "mixed",
                        "scenario-2/it's $HOME.yaml");
        assertThat(Files.readAllLines(hosts.home("a").resolve("environment")))
                .containsExactly(
                        hosts.home("a")
                                .toRealPath()
                                .resolve(".cache/joust/" + hosts.distribution().sha256())
                                .toString(),
                        "0123abc",
                        "/opt/a jdk/java");
        assertThat(hosts.home("a").resolve("files/scenario-2/it's $HOME.yaml")).hasContent("scenario: mine\n");
    }

    @Test
    void recordedArrivalsAreSentBesideTheirScenario() throws Exception {
        hosts.prepare("a", STREAM);
        Files.writeString(Files.createDirectories(folder.resolve("day")).resolve("a b.csv"), "0.1\n");
        Files.writeString(folder.resolve("c.csv"), "0.2\n");
        Files.writeString(folder.resolve("d.csv"), "not named");
        var file = Files.writeString(folder.resolve("mine.yaml"), """
                question: What is recorded: nothing
                load: {open: {arrivals: {recorded: 'day/a b.csv'}}}
                load: {open: {arrivals: {recorded: c.csv}, for: 1s}}
                """);
        var request = new RemoteRequest(
                List.of(HOST), folder.resolve("session"), List.of(file.toString()), List.of(), Optional.empty());
        assertThat(run(request, PATIENT).failure()).as(this::shown).isEmpty();
        var sent = hosts.home("a").resolve("files/scenario-1");
        assertThat(sent.resolve("day/a b.csv")).hasContent("0.1\n");
        assertThat(sent.resolve("c.csv")).hasContent("0.2\n");
        assertThat(sent.resolve("d.csv")).doesNotExist();
    }

    @Test
    void arrivalsFromOutsideTheFolderOfTheirScenarioAreNotSent() throws Exception {
        hosts.prepare("a", STREAM);
        Files.writeString(folder.resolve("c.csv"), "0.2\n");
        var file = Files.writeString(
                Files.createDirectories(folder.resolve("day")).resolve("mine.yaml"), "recorded: ../c.csv\n");
        var request = new RemoteRequest(
                List.of(HOST), folder.resolve("session"), List.of(file.toString()), List.of(), Optional.empty());
        assertThat(run(request, PATIENT).failure().orElseThrow()).contains("it names ../c.csv");
    }

    @Test
    void whatCannotBePackedEndsOneAttemptInOneLine() throws Exception {
        hosts.prepare("a", STREAM);
        var file = folder.resolve("gone.yaml");
        var request = new RemoteRequest(
                List.of(HOST), folder.resolve("session"), List.of(file.toString()), List.of(), Optional.empty());
        var attempt = run(request, PATIENT);
        assertThat(attempt.failure().orElseThrow())
                .startsWith("what --on sends cannot be packed: ")
                .contains("NoSuchFile", file.toString());
        assertThat(attempt.hasResults()).isFalse();
    }

    @Test
    void aDistributionThatWasSentInPartIsNotUsedAndSentAgain() throws Exception {
        hosts.prepare("a", STREAM);
        var cuts = Files.writeString(hosts.home("a").resolve("ssh-cuts"), "5000");
        assertThat(run(PATIENT).failure().orElseThrow()).isNotEmpty();
        assertThat(hosts.home("a").resolve(".cache/joust")).isEmptyDirectory();

        // what an earlier version could have left in its place
        Files.createDirectories(
                hosts.home("a").resolve(".cache/joust/" + hosts.distribution().sha256() + "/lib"));
        Files.delete(cuts);
        assertThat(run(PATIENT).failure()).as(this::shown).isEmpty();
    }

    @Test
    void aHostThatRefusesTheKeyIsOneLine() throws Exception {
        hosts.prepare("a", STREAM);
        Files.writeString(hosts.home("a").resolve("ssh-says"), "me@a: Permission denied (publickey).\n");
        assertThat(run(PATIENT).failure()).contains("me@a: Permission denied (publickey).");
        assertThat(folder.resolve("shards1")).doesNotExist();
    }

    @Test
    void aHostWithoutAJdkIsOneLine() throws Exception {
        hosts.prepare("a", List.of(), "echo 'joust: no JDK 25 found; install one' >&2; exit 64");
        assertThat(run(PATIENT).failure()).contains("no JDK 25 found; install one");
        assertThat(shown()).contains("a: joust: no JDK 25 found; install one");
    }

    @Test
    void aHostThatDiesKeepsItsResults() throws Exception {
        hosts.prepare("a", STREAM.subList(0, 5), "kill -9 $$");
        var attempt = run(PATIENT);
        assertThat(attempt.failure()).isPresent();
        assertThat(attempt.results()).isEqualTo(3);
        assertThat(SessionFolder.open(attempt.folder()).readResults()).hasSize(3);
    }

    @Test
    void aHostThatHangsIsToldToStopAndKeepsItsResults() throws Exception {
        hosts.prepare("a", List.of("Welcome"), "cat > \"$HOME/input\"; echo > \"$HOME/told\"");
        var hasty = new HostLimits(LONG, LONG, Duration.ofSeconds(1), LONG, Duration.ofMillis(50));
        var attempt = run(hasty);
        assertThat(attempt.failure()).contains("it hangs: it printed nothing for 1 s");
        await().atMost(LONG).until(() -> Files.exists(hosts.home("a").resolve("told")));
        assertThat(hosts.home("a").resolve("input"))
                .as("signs of life while the run is awaited")
                .isNotEmptyFile();
    }

    @Test
    void aRunThatASignalEndsDeletesItsFolder() throws Exception {
        hosts.prepare("a", STREAM.subList(0, 5), "kill -TERM $PPID");
        assertThat(run(PATIENT).failure()).isPresent();
        var kept = hosts.home("a").resolve(".cache/joust");
        assertThat(kept.toFile().list())
                .as("what is there once its shell has ended")
                .containsExactly(hosts.distribution().sha256());
    }

    @Test
    void aHostThatIsStoppedThereKeepsItsResults() throws Exception {
        hosts.prepare("a", with(3, FakeHosts.end(1, true)));
        var attempt = run(PATIENT);
        assertThat(attempt.failure()).contains("it was stopped");
        assertThat(attempt.results()).isEqualTo(1);
    }

    @Test
    void anotherVersionOfJoustMeasuresNothing() throws Exception {
        hosts.prepare("a", List.of(FakeHosts.HEADER.replace("from classes", "0.0.9"), STREAM.get(1), STREAM.get(2)));
        var attempt = run(PATIENT);
        assertThat(attempt.failure()).contains("it runs Joust 0.0.9, and this is from classes");
        assertThat(attempt.results()).isZero();
    }

    @Test
    void aHostThatRanAnotherPlanDoesNotFit() throws Exception {
        var first = new FirstSession("from classes");
        first.check(FakeHosts.session("b", new Shard(2, 3), 815));
        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> first.check(FakeHosts.session("a", SHARD, 4711)))
                .withMessageContaining("seed 4711, not 815");
        first.check(FakeHosts.session("c", new Shard(2, 3), 815)); // the shard of a host that failed
    }

    @Test
    void wordsOfALoginShellAreLeftOut() throws Exception {
        hosts.prepare(
                "a",
                Stream.concat(Stream.of("Welcome to a!", ""), STREAM.stream()).toList());
        assertThat(run(PATIENT).failure()).isEmpty();
    }

    @Test
    void whatIsNoLineOfThisShardEndsTheAttempt() throws Exception {
        assertThat(failureAfter(1, STREAM.get(2))).contains("a result before its session");
        assertThat(failureAfter(3, STREAM.get(1))).contains("out of turn");
        assertThat(failureAfter(3, STREAM.get(0))).contains("a second shard");
        assertThat(failureAfter(3, FakeHosts.result("one", 2, 1))).contains("round 2, which is of another shard");
        assertThat(failureAfter(3, FakeHosts.end(7, false))).contains("ends with 7 results, 1 came");
        assertThat(failureAfter(3, "{\"result\":{\"format\":5}}")).contains("cannot be read");
        assertThat(failureAfter(1, STREAM.get(1).replace("\"index\":1", "\"index\":2")))
                .contains("does not run shard 1/3");
    }

    /** Why the attempt ends where a line follows the first lines of a whole shard. */
    private String failureAfter(int lines, String next) throws HostFailure, IOException {
        var receiver =
                new ShardReceiver(Files.createTempDirectory(folder, "shard"), SHARD, new FirstSession("from classes"));
        for (var line : STREAM.subList(0, lines)) {
            receiver.accept(line);
        }
        try {
            receiver.accept(next);
            return "";
        } catch (HostFailure e) {
            return e.getMessage();
        }
    }

    private static List<String> with(int lines, String last) {
        List<String> all = new ArrayList<>(STREAM.subList(0, lines));
        all.add(last);
        return all;
    }

    private ShardAttempt run(HostLimits limits) throws IOException, InterruptedException {
        return run(
                new RemoteRequest(
                        List.of(HOST), folder.resolve("session"), List.of("mixed"), List.of(), Optional.empty()),
                limits);
    }

    private ShardAttempt run(RemoteRequest request, HostLimits limits) throws IOException, InterruptedException {
        var distribution = hosts.distribution();
        var files = new RunFiles(request, "mixed"::equals, distribution.sha256(), Optional.of("0123abc"));
        attempts++;
        try (var sent = new SendFolder()) {
            return new HostRunner(
                            hosts.ssh(new PrintStream(shown, true, StandardCharsets.UTF_8)),
                            new SentFiles(distribution, files, sent),
                            folder.resolve("shards" + attempts),
                            new FirstSession("from classes"),
                            limits)
                    .run(HOST, SHARD);
        }
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
