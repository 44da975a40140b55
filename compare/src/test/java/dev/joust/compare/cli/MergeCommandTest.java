package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.Joust;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.SessionFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it replaces the standard streams")
final class MergeCommandTest {
    private static final List<String> ARMS = List.of("platform-threads", "virtual-threads");

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void redirectStreams() {
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(print);
        System.setErr(print);
    }

    @AfterEach
    void restoreStreams() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void mergesJudgesAndReports() throws IOException {
        assertThat(merge()).isLessThan(ExitCode.USAGE.number());
        assertThat(said())
                .contains("merged 3 of 3 shards with 72 results, of anvil, bench, cellar")
                .contains("race: ")
                .contains("report: " + folder.resolve("merged").resolve("report.html"));
        assertThat(SessionFolder.open(folder.resolve("merged")).readResults()).hasSize(72);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "judge MERGED",
                "report MERGED",
                "export MERGED --as csv",
                "export MERGED --as jmh",
                "export MERGED --as hlog",
                "diff MERGED MERGED",
                "adr MERGED --scenario race --dir MERGED/adr",
                "causes MERGED"
            })
    void aMergedFolderIsASessionForEachCommand(String command) throws IOException {
        merge();
        said.reset();
        var words = command.replace("MERGED", folder.resolve("merged").toString());
        assertThat(Joust.run(words.split(" "))).as(said()).isLessThan(ExitCode.USAGE.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"judge SHARD", "report SHARD", "export SHARD --as csv", "diff SHARD SHARD"})
    void aShardAloneIsReadToo(String command) throws IOException {
        save("1/3", "anvil");
        var words = command.replace("SHARD", folder.resolve("anvil").toString());
        assertThat(Joust.run(words.split(" "))).as(said()).isLessThan(ExitCode.USAGE.number());
    }

    @Test
    void aRefusedMergeWritesNothing() throws IOException {
        save("1/3", "anvil");
        save("1/2", "bench");
        assertThat(Joust.run("merge", path("anvil"), path("bench"), "--out", path("merged")))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(said().lines())
                .singleElement()
                .asString()
                .startsWith("joust: ")
                .contains("shards 2, not 3");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void aFolderWithoutANameIsRefused() throws IOException {
        save("1/3", "anvil");
        assertThat(Joust.run("merge", path("anvil"), "--out", "/")).isEqualTo(ExitCode.USAGE.number());
        assertThat(said()).contains("--out names the folder of a session, and ");
    }

    @Test
    void theReportEscapesTheNameOfAHost() throws IOException {
        save("1/2", "<script>alert</script>");
        save("2/2", "bench");
        Joust.run("merge", path("<script>alert</script>"), path("bench"), "--out", path("merged"));
        assertThat(Files.readString(folder.resolve("merged").resolve("report.html")))
                .doesNotContain("<script>alert");
    }

    private int merge() throws IOException {
        List<String> words = new ArrayList<>(List.of("merge", "--out", path("merged")));
        for (var shard : List.of("1/3 anvil", "2/3 bench", "3/3 cellar")) {
            save(shard.split(" ")[0], shard.split(" ")[1]);
            Collections.addAll(words, path(shard.split(" ")[1]));
        }
        return Joust.run(words.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name.replace('/', '_')).toString();
    }

    private void save(String shard, String host) throws IOException {
        new SessionFixture(Profile.QUICK)
                .shard(shard, host)
                .with(SampleScenarios.batch("race", "Which threads are faster?", ARMS))
                .arm(ARMS.getFirst(), block -> SampleTrial.batch(SessionFixture.wobble(0.5, block, 0.02)))
                .arm(ARMS.getLast(), block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.02)))
                .controls()
                .save(Path.of(path(host)));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
