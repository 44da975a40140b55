package dev.joust.compare.remote;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.ScenarioFiles;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the shards of a session on other hosts, one per host, and keeps what each has measured below
 * {@code sessions/NAME/shards}.
 *
 * @param show where the hosts' words and what becomes of their shards are shown
 */
public record RemoteSession(RemoteRequest request, PrintStream show) {
    private static final String FROM_CLASSES = "from classes";

    /**
     * Runs to the end of the last host.
     *
     * @return the folder of the best attempt at each shard, by shard; shards without any result are left out
     * @throws UsageException when no host has measured anything
     */
    public List<Path> run() throws IOException, InterruptedException {
        var distribution = SentDistribution.running();
        var shards = emptyFolder();
        var version = Optional.ofNullable(RemoteSession.class.getPackage().getImplementationVersion())
                .orElse(FROM_CLASSES);
        var notice = StopNotice.arm(shards);
        try (var folder = new SendFolder()) {
            var runner = new HostRunner(
                    SshProgram.of(System.getenv(), show),
                    new SentFiles(distribution, files(distribution.sha256()), folder),
                    shards,
                    new FirstSession(version),
                    HostLimits.USUAL);
            return best(new ShardDispatch(runner, show::println).run(request.hosts()));
        } finally {
            notice.disarm();
        }
    }

    /**
     * The folder of the shards' sessions. What would fail at the end of a session is refused before it begins. An empty
     * one is used: a session that no host began has left it, and the same command may be given again.
     */
    Path emptyFolder() {
        var shards = request.folder().resolve("shards");
        try {
            if (Files.exists(request.folder().resolve("session.json")) || holdsAny(shards)) {
                throw new UsageException(String.format(
                        Locale.ROOT, "%s holds a session already; name another folder", request.folder()));
            }
            return Files.createDirectories(shards);
        } catch (IOException e) {
            throw new UsageException(
                    String.format(Locale.ROOT, "the results folder %s cannot be written: %s", shards, e));
        }
    }

    private static boolean holdsAny(Path shards) throws IOException {
        if (!Files.isDirectory(shards)) {
            return false;
        }
        try (Stream<Path> all = Files.list(shards)) {
            return all.findAny().isPresent();
        }
    }

    private RunFiles files(String sha256) {
        var own = new ScenarioFiles(Distribution.scenarios(), Map.of());
        return new RunFiles(
                request,
                name -> own.own(name).isPresent(),
                sha256,
                Optional.ofNullable(System.getProperty("joust.commit")));
    }

    /** Per shard the attempt of most worth. What is left out is said. */
    List<Path> best(List<ShardAttempt> attempts) {
        Map<Integer, ShardAttempt> best = new TreeMap<>();
        for (var attempt : attempts) {
            best.merge(
                    attempt.shard().index(),
                    attempt,
                    (one, other) -> ShardAttempt.BY_WORTH.compare(one, other) >= 0 ? one : other);
        }
        List<Path> folders = new ArrayList<>();
        for (var attempt : best.values()) {
            if (attempt.hasResults()) {
                folders.add(attempt.folder());
            }
            describe(attempt).ifPresent(show::println);
        }
        if (folders.isEmpty()) {
            throw new UsageException("no host has measured anything: "
                    + attempts.stream()
                            .sorted(Comparator.comparing(
                                    attempt -> attempt.shard().index()))
                            .map(attempt -> attempt.host().name() + ": "
                                    + attempt.failure().orElse("its shard has no round"))
                            .collect(Collectors.joining("; ")));
        }
        return folders;
    }

    private static Optional<String> describe(ShardAttempt attempt) {
        if (attempt.isWhole()) {
            return Optional.empty();
        }
        Shard shard = attempt.shard();
        return Optional.of(
                attempt.hasResults()
                        ? String.format(
                                Locale.ROOT,
                                "shard %s is used as far as %s came, with %d results",
                                shard,
                                attempt.host().name(),
                                attempt.results())
                        : String.format(Locale.ROOT, "shard %s is left out", shard));
    }
}
