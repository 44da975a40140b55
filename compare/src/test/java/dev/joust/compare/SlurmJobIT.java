package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.session.ShardHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Slurm itself queues and runs the array of {@code joust job slurm}. */
@Tag("long")
@ExtendWith(RequiresSlurm.class)
@Isolated("a node runs one task at a time, and each waits for a machine at rest")
final class SlurmJobIT {
    private static final List<Integer> VERDICTS = Stream.of(
                    ExitCode.HELD, ExitCode.REFUTED, ExitCode.INCONCLUSIVE, ExitCode.NOT_BELIEVED)
            .map(ExitCode::number)
            .toList();
    private static final int ROUNDS = 9;
    private static final int ARMS = 2;
    private static final Duration TASK_LIMIT = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private JoustCommand joust;
    private SlurmCluster slurm;

    @BeforeEach
    void startSlurm() throws Exception {
        joust = new JoustCommand(folder);
        joust.writeLauncher(folder.resolve("own"));
        TinyScenario.write(folder.resolve("own"), "cpu-bound");
        slurm = SlurmCluster.start(folder);
    }

    @AfterEach
    void stopSlurm() throws Exception {
        slurm.stop();
    }

    @Test
    void theDocumentedRecipeGivesOneJudgedSession() throws Exception {
        var recipe = DocumentedRecipe.of("Slurm");
        var ended = run(recipe.script(1, recipe.lines().size()));
        assertThat(ended.status()).as(ended.said()).isIn(VERDICTS);
        var session = SessionFolder.open(merged());
        assertThat(session.readSession().hosts().orElseThrow())
                .as(ended.said())
                .extracting(ShardHost::shard)
                .containsExactlyInAnyOrder(new Shard(1, 3), new Shard(2, 3), new Shard(3, 3));
        assertThat(session.readResults())
                .hasSizeGreaterThanOrEqualTo(ROUNDS * ARMS)
                .allMatch(result -> result.host().isPresent());
        assertThat(merged().resolve("report.html")).exists();
    }

    @Test
    void aCancelledTaskLosesTheRoundsThatItHadNotMeasured() throws Exception {
        var recipe = DocumentedRecipe.of("Slurm");
        var withoutRest = recipe.script(1, 1).replace(" --shards", " --rest 0 --shards");
        assertThat(run(withoutRest).status()).isZero();
        var job = run("sbatch --parsable joust.sh").said().strip();
        var second = folder.resolve(String.format(Locale.ROOT, "joust-4711-%s-2.jsonl", job));
        await().atMost(TASK_LIMIT).until(() -> Files.exists(second) && results(second) > 0);
        slurm.said("scancel", job + "_2");
        await().atMost(TASK_LIMIT)
                .until(() -> slurm.said("squeue", "--noheader").isBlank());

        var ended = run(String.format(
                Locale.ROOT, "./joust merge --partial joust-4711-%s-*.jsonl --out sessions/joust-4711-%1$s", job));
        assertThat(ended.status()).as(ended.said()).isIn(VERDICTS);
        assertThat(ended.said()).contains("merged 3 of 3 shards").containsPattern("shard 2/3 of .+ lacks rounds? ");
        var byRound = new TreeMap<Integer, Integer>();
        SessionFolder.open(merged()).readResults().stream()
                .map(Result::id)
                .forEach(id -> byRound.merge(id.block(), 1, Integer::sum));
        assertThat(byRound).as(this::logs).containsKeys(1, 3, 4, 6, 7, 9);
    }

    private static long results(Path shard) throws IOException {
        try (var lines = Files.lines(shard)) {
            return lines.filter(line -> line.startsWith("{\"result\"")).count();
        }
    }

    /** What each task said. */
    private String logs() {
        try (var logs = Files.newDirectoryStream(folder, "joust-4711-*.log")) {
            var said = new StringBuilder();
            for (var log : logs) {
                said.append(log.getFileName()).append('\n').append(Files.readString(log));
            }
            return said.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path merged() throws IOException {
        try (var sessions = Files.newDirectoryStream(folder.resolve("sessions"), "joust-4711-*")) {
            for (var session : sessions) {
                if (session.getFileName().toString().matches("joust-4711-\\d+")) {
                    return session;
                }
            }
        }
        throw new AssertionError("no merged session in " + folder);
    }

    private JoustCommand.Ended run(String script) throws IOException, InterruptedException {
        return DocumentedRecipe.run(joust, Map.copyOf(slurm.environment()), script);
    }
}
