package dev.joust.compare.remote;

// past 250 lines: all of its cases share the hosts

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.compare.DocumentedRecipe;
import dev.joust.compare.SourceTree;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.session.ShardHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The program with hosts that only {@code ssh} reaches: network namespaces with Debian's {@code sshd}. */
@Tag("long")
@ExtendWith(NeedsNamespaces.class)
@Isolated("three sessions at once leave nothing of the machine to others")
final class SshShardsIT {
    private static final int HOSTS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int INTERRUPTED = 130;

    /** The codes of a session that was judged. */
    private static final List<Integer> JUDGED = List.of(0, 10, 11, 12);

    /** The homes of the hosts stay for all tests: to make start-up caches on three hosts at once takes a minute. */
    @TempDir
    private static Path homes;

    @TempDir
    private Path folder;

    private NamespaceHosts hosts;
    private Path session;
    private Path said;

    @BeforeEach
    void startHosts() throws Exception {
        folder = folder.toRealPath();
        hosts = NamespaceHosts.start(HOSTS, Files.createDirectory(folder.resolve("hosts")), homes.toRealPath());
        session = folder.resolve("session");
        said = folder.resolve("said");
        Files.writeString(folder.resolve("tiny.yaml"), """
                scenario: tiny
                question: Which threads are faster, on three hosts?
                work:
                  task: [{compute: {kernel: mix, cpu: 1ms}}, {call: 1ms}]
                load:
                  batch: 100
                models: [platform-threads, virtual-threads]
                metric: makespan
                claims:
                  - claim: platform-threads ties virtual-threads within 50 %
                    because: The test needs a claim.
                """);
    }

    @AfterEach
    void endHosts() throws Exception {
        hosts.close();
    }

    @Test
    void threeHostsRunASessionThatIsMergedAndJudged() throws Exception {
        assertThat(awaitEnd(start())).as(this::said).isIn(JUDGED);
        var merged = SessionFolder.open(session);
        assertThat(hostsOf(merged.readSession())).containsExactly(hosts.address(0), hosts.address(1), hosts.address(2));
        assertThat(rounds(merged.readResults())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(session.resolve("report.html")).exists();
        for (int host = 0; host < HOSTS; host++) {
            var shard = SessionFolder.open(shard(host));
            assertThat(rounds(shard.readResults())).containsExactly(host + 1, host + 4, host + 7);
            int on = host;
            await().atMost(LIMIT).until(() -> javaOn(on).isEmpty());
            try (var kept = Files.list(hosts.home(host).resolve(".cache/joust"))) {
                assertThat(kept.map(file -> file.getFileName().toString()))
                        .as("the distribution stays, and start-up caches")
                        .noneMatch(name -> name.startsWith("run-") || name.startsWith("part-"));
            }
        }
    }

    @Test
    void theDocumentedRecipeGivesOneJudgedSession() throws Exception {
        var launcher = Files.writeString(
                folder.resolve("joust"), "#!/bin/sh\nexec '" + SourceTree.top().resolve("joust") + "' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        List<String> words = new ArrayList<>(List.of(hosts.beside()));
        var recipe = DocumentedRecipe.of("SSH");
        words.addAll(List.of("sh", "-c", recipe.script(1, recipe.lines().size())));
        var builder = builder(words).directory(folder.toFile());
        var path = hosts.ssh().getParent() + ":" + System.getenv("PATH");
        builder.environment().put("PATH", path);

        assertThat(awaitEnd(builder.start())).as(this::said).isZero();
        var merged = SessionFolder.open(folder.resolve("sessions/fleet"));
        assertThat(hostsOf(merged.readSession())).as(this::said).containsExactly("a.example", "b.example");
        assertThat(folder.resolve("cpu-bound.csv")).isNotEmptyFile();
    }

    @Test
    void aServerThatIsKilledAndALinkThatBreaksLoseNothingThatWasMeasured() throws Exception {
        var running = start();
        int killed = awaitBegun(running, -1);
        hosts.killServer(killed);
        int cut = awaitBegun(running, killed);
        hosts.cut(cut);
        int before = results(cut).size();
        int left = IntStream.range(0, HOSTS).sum() - killed - cut;

        assertThat(awaitEnd(running)).as(this::said).isIn(JUDGED);
        assertThat(said())
                .contains(ends(killed))
                .contains(ends(cut))
                .contains("Timeout, server " + hosts.address(cut) + " not responding.")
                .contains(takes(left, killed))
                .contains(takes(left, cut));
        assertThat(results(cut)).hasSizeGreaterThanOrEqualTo(before);
        assertThat(rounds(SessionFolder.open(session).readResults())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        // the run of the one host lost its input, the other one heard nothing any more
        await().atMost(LIMIT)
                .until(() -> javaOn(killed).isEmpty() && javaOn(cut).isEmpty());
    }

    /** Waits for a host, other than this one, that has begun to measure and has not measured half of its shard. */
    private int awaitBegun(Process running, int other) {
        await().atMost(LIMIT).until(() -> begun(other).isPresent() || !running.isAlive());
        return begun(other).orElseThrow(() -> new AssertionError(said()));
    }

    private OptionalInt begun(int other) {
        return IntStream.range(0, HOSTS)
                .filter(host -> host != other)
                .filter(host -> !results(host).isEmpty() && results(host).size() <= 3)
                .findFirst();
    }

    private String ends(int host) {
        return String.format(Locale.ROOT, "%s: shard %d/3 ends here, with ", hosts.address(host), host + 1);
    }

    private String takes(int host, int shard) {
        return String.format(
                Locale.ROOT, "%s: has ended its shard and runs shard %d/3 too", hosts.address(host), shard + 1);
    }

    @Test
    void aHostWithAnotherVersionIsLeftOutAndItsShardRunsElsewhere() throws Exception {
        var kept = hosts.home(1).resolve(".cache/joust").resolve(distribution().sha256());
        var aside = kept.resolveSibling("aside");
        boolean wasSent = Files.exists(kept);
        if (wasSent) {
            Files.move(kept, aside);
        }
        Files.createDirectories(kept);
        var mark = Files.writeString(kept.resolve(SentDistribution.MARK), "");
        var other = FakeHosts.HEADER.replace("from classes", "0.0.9");
        var launcher = Files.writeString(kept.resolve(SentDistribution.LAUNCHER), "#!/bin/sh\necho '" + other + "'\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));

        assertThat(awaitEnd(start())).as(this::said).isIn(JUDGED);
        Files.delete(launcher);
        Files.delete(mark);
        Files.delete(kept);
        if (wasSent) {
            Files.move(aside, kept);
        }
        assertThat(said())
                .contains(hosts.address(1) + ": shard 2/3 ends here, with 0 results: it runs Joust 0.0.9, and this is ")
                .contains(": has ended its shard and runs shard 2/3 too");
        assertThat(rounds(SessionFolder.open(session).readResults())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(hostsOf(SessionFolder.open(session).readSession())).noneMatch(hosts.address(1)::equals);
    }

    @Test
    void aSignalEndsAllHostsAndKeepsWhatTheyHaveMeasured() throws Exception {
        var running = start();
        await().atMost(LIMIT).until(() -> !results(0).isEmpty() || !running.isAlive());
        ShellProgram.run("kill -INT " + running.pid());
        assertThat(awaitEnd(running)).as(this::said).isEqualTo(INTERRUPTED);
        assertThat(said()).contains("joust merge " + session.resolve("shards") + "/* --out DIR");
        assertThat(session.resolve("session.json"))
                .as("nothing is merged by a program that is being stopped")
                .doesNotExist();
        assertThat(results(0)).isNotEmpty().allMatch(result -> result.failure().isEmpty());
        await().atMost(LIMIT)
                .until(() ->
                        javaOn(0).isEmpty() && javaOn(1).isEmpty() && javaOn(2).isEmpty());
    }

    private static SentDistribution distribution() throws IOException {
        return SentDistribution.of(
                SourceTree.top().resolve("joust"),
                Path.of(System.getProperty("joust.home")).toAbsolutePath());
    }

    private Process start() throws IOException {
        List<String> words = new ArrayList<>(List.of(hosts.beside()));
        words.addAll(List.of("env", "--default-signal=INT"));
        words.add(SourceTree.top().resolve("joust").toString());
        words.addAll(List.of("run", folder.resolve("tiny.yaml").toString(), "--no-controls", "--rest", "0"));
        words.addAll(List.of("--service", "process", "--out", session.toString(), "--on"));
        words.add(String.format(
                Locale.ROOT, "ssh://%s,ssh://root@%s,ssh://%s", hosts.address(0), hosts.address(1), hosts.address(2)));
        var builder = builder(words);
        builder.environment().put("JOUST_SSH", hosts.ssh().toString());
        return builder.start();
    }

    private ProcessBuilder builder(List<String> words) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("JOUST_HOME", distribution().home().toString());
        return builder;
    }

    private int awaitEnd(Process running) throws InterruptedException {
        try {
            assertThat(running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as(this::said)
                    .isTrue();
            return running.exitValue();
        } finally {
            running.destroyForcibly();
        }
    }

    private List<ProcessHandle> javaOn(int host) throws IOException, InterruptedException {
        return hosts.processes(host).stream()
                .filter(process -> process.info()
                        .command()
                        .filter(program -> program.endsWith("/java"))
                        .isPresent())
                .toList();
    }

    private Path shard(int host) {
        return session.resolve(String.format(Locale.ROOT, "shards/%d-%s", host + 1, hosts.address(host)));
    }

    /** The results of a host so far; none before it has fixed its session. */
    private List<Result> results(int host) {
        return Files.exists(shard(host).resolve("session.json"))
                ? SessionFolder.open(shard(host)).readResults()
                : List.of();
    }

    private static List<String> hostsOf(Session merged) {
        return merged.hosts().orElseThrow().stream().map(ShardHost::name).toList();
    }

    private static List<Integer> rounds(List<Result> results) {
        return results.stream()
                .map(result -> result.id().block())
                .distinct()
                .sorted()
                .toList();
    }

    private String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
