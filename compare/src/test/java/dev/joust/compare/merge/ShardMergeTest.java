package dev.joust.compare.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.joust.compare.SampleSession;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.session.SessionLines;
import dev.joust.compare.session.ShardHost;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.SessionStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardMergeTest {
    @TempDir
    private Path folder;

    @Test
    void aMergedSessionHasTheLinesOfAllShardsAndEachNamesItsHost() {
        var merged = merge("1/3 anvil", "2/3 bench", "3/3 cellar");
        assertThat(hosts(merged.session())).containsExactly("anvil", "bench", "cellar");
        assertThat(merged.lines().results()).hasSize(9 * 8).allMatch(result -> result.host()
                .orElseThrow()
                .equals(
                        switch (result.id().block() % 3) {
                            case 1 -> "anvil";
                            case 2 -> "bench";
                            default -> "cellar";
                        }));
        assertThat(merged.lines().all()).allMatch(line -> line.host().isPresent());
        assertThat(merged.session().onlyShard()).isEmpty();
        assertThat(merged.session().plan().looks().blocks()).isEqualTo(9);
        assertThat(merged.summary()).containsExactly("merged 3 of 3 shards with 72 results, of anvil, bench, cellar");
    }

    @Test
    void severalShardsOfOneMachineAreSeveralHosts() {
        assertThat(hosts(merge("1/3 anvil", "3/3 anvil", "2/3 bench").session()))
                .containsExactly("anvil (1/3)", "anvil (3/3)", "bench");
    }

    @Test
    void theMachineOfTheSessionIsThatOfItsFirstHost() {
        var merged = merge("1/2 forge", "2/2 anvil").session();
        assertThat(merged.machine().host()).contains("anvil");
        assertThat(merged.plan().shard().orElseThrow()).hasToString("2/2");
    }

    @Test
    void missingShardsAndRoundsAreSaid() {
        var whole = ShardSamples.shard("2/4", "bench");
        var lines = SessionLines.of(whole.lines()
                .all()
                .filter(line -> !(line instanceof Result result)
                        || result.id().block() != 6
                        || !result.id().arm().equals("virtual-threads"))
                .toList());
        var merged = ShardMerge.of(
                List.of(new ShardData("log", whole.session(), lines), ShardSamples.shard("4/4", "cellar")), "m");
        assertThat(merged.summary().stream().skip(1))
                .containsExactly(
                        "shard 1/4 is missing, with rounds 1, 5, 9",
                        "shard 2/4 of bench lacks round 6",
                        "shard 3/4 is missing, with rounds 3, 7, 11");
    }

    @Test
    void manyMissingShardsAreCounted() {
        assertThat(merge("1/200 anvil").summary()).hasSize(14).endsWith("and 187 more shards lack rounds");
    }

    @Test
    void aMergedFolderIsReadAndJudgedAsASession() throws IOException {
        merge("1/3 anvil", "2/3 bench", "3/3 cellar").write(folder.resolve("merged"));
        var judged = JudgedSession.in(folder.resolve("merged"));
        assertThat(judged.judgement().status()).isNotEqualTo(SessionStatus.SHARD);
        assertThat(judged.judgement().scenarios()).isNotEmpty();
        assertThat(judged.session().name()).isEqualTo("m");
    }

    @Test
    void aFolderThatHoldsASessionIsNotWrittenTo() throws IOException {
        var merged = merge("1/1 anvil");
        merged.write(folder.resolve("merged"));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> merged.write(folder.resolve("merged")))
                .withMessageContaining("holds a session already");
    }

    @Test
    void aShardTravelsAsFolderFileOrStandardInput() throws IOException {
        ShardSamples.fixture("1/3", "anvil").save(folder.resolve("a"));
        Files.writeString(folder.resolve("b.log"), ShardSamples.stream("2/3", "bench"));
        var in = ShardSamples.bytes(ShardSamples.stream("3/3", "cellar"));
        var shards = new ShardSource(in, false, _ -> {})
                .readAll(List.of(
                        folder.resolve("a").toString(),
                        "-",
                        folder.resolve("b.log").toString()));
        assertThat(ShardMerge.of(shards, "m")).isEqualTo(merge("1/3 anvil", "2/3 bench", "3/3 cellar"));
    }

    @Test
    void aMergedFolderIsASourceAgain() throws IOException {
        merge("1/3 anvil", "3/3 anvil").write(folder.resolve("two"));
        var source = new ShardSource(InputStream.nullInputStream(), false, _ -> {});
        var two = source.read(folder.resolve("two").toString());
        var all = new ArrayList<>(two);
        all.add(ShardSamples.shard("2/3", "bench"));
        assertThat(ShardMerge.of(all, "m")).isEqualTo(merge("1/3 anvil", "2/3 bench", "3/3 anvil"));
    }

    @Test
    void aSourceThatIsNoShardIsRefused() throws IOException {
        SampleSession.lab().save(folder.resolve("whole"));
        assertRefused("whole", ": it is no shard of a plan, which 'joust run --shard K/N' makes");
        Files.createDirectories(folder.resolve("empty"));
        assertRefused("empty", " is no session: it has no readable session.json");
        assertRefused("nowhere", ": it is no folder and no readable file");
    }

    @Test
    void aMergedFolderWhoseLinesAreOfNoHostIsRefused() throws IOException {
        var merged = merge("1/3 anvil", "2/3 bench");
        merged.write(folder.resolve("merged"));
        var stray = merged.lines().results().getFirst().withHost("dungeon");
        SessionFolder.open(folder.resolve("merged")).append(stray);
        assertRefused("merged", ": a line is of 'dungeon', no host of the session");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seed\":4711 | \"seed\":4712 | seed 4712, not 4711",
                "\"profile\":\"quick\" | \"profile\":\"article\" | profile article, not quick",
                "Which threads are faster? | Which threads? | another text of scenario race",
                "\"by\":1.5 | \"by\":1.4 | another text of scenario race",
                "\"name\":\"race\" | \"name\":\"rage\" | scenarios [rage, ",
                "25.0.3+9-LTS | 25.0.2+9-LTS | JDK Eclipse Adoptium 25.0.2+9-LTS, not Eclipse Adoptium 25.0.3+9-LTS",
                "\"commit\":\"0123abc\" | \"commit\":\"4567def\" | commit 4567def, not 0123abc",
                "\"joust\":null | \"joust\":\"2.0\" | Joust 2.0, not from classes",
                "-XX:TieredStopAtLevel=1 | -XX:TieredStopAtLevel=4 | JVM flags ",
                "\"count\":3 | \"count\":9 | shards 9, not 3",
            })
    void shardsThatDoNotBelongTogetherAreRefusedInOneLine(String of, String by, String message) {
        var stream = ShardSamples.stream("2/3", "bench");
        assertThat(stream).contains(of);
        var changed = ShardSamples.bytes(onlyRoundTwo(stream.replace(of, by)));
        var other = new ShardStream("b.log", false, _ -> {}).read(changed);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ShardMerge.of(List.of(ShardSamples.shard("1/3", "anvil"), other.getFirst()), "m"))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith("b.log: it does not belong to 1/3: it has ")
                        .contains(message)
                        .doesNotContain("\n"));
    }

    @Test
    void theFolderOfAScenarioMayDiffer() {
        var stream = ShardSamples.stream("2/3", "bench");
        var moved = stream.replace("compare/scenarios/cpu-bound.yaml", "/home/else/cpu-bound.yaml");
        assertThat(moved).isNotEqualTo(stream);
        var other = new ShardStream("b.log", false, _ -> {}).read(ShardSamples.bytes(moved));
        assertThat(hosts(ShardMerge.of(List.of(ShardSamples.shard("1/3", "anvil"), other.getFirst()), "m")
                        .session()))
                .containsExactly("anvil", "bench");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x/", "/", "\\\\", "\\\"/"})
    void aFileMayHaveALongPath(String part) {
        var stream = ShardSamples.stream("2/3", "bench");
        var moved = stream.replace("compare/scenarios/cpu-bound.yaml", part.repeat(100_000) + "/cpu-bound.yaml");
        assertThat(moved).isNotEqualTo(stream);
        var other = new ShardStream("b.log", false, _ -> {}).read(ShardSamples.bytes(moved));
        assertThatCode(() -> ShardFit.check(ShardSamples.shard("1/3", "anvil"), other.getFirst()))
                .doesNotThrowAnyException();
    }

    @Test
    void oneShardTwiceIsRefused() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> merge("1/3 anvil", "2/3 bench", "2/3 cellar"))
                .withMessage("shard 2/3 is in 2/3 and in 2/3; leave one out");
    }

    /** A plan in more shards has other rounds, so only the one that both have stays. */
    private static String onlyRoundTwo(String stream) {
        var lines = stream.lines()
                .filter(line -> !line.startsWith("{\"result\"") || line.contains("\"block\":2,"))
                .toList();
        long results =
                lines.stream().filter(line -> line.startsWith("{\"result\"")).count();
        return String.join("\n", lines).replaceFirst("\"results\":\\d+", "\"results\":" + results) + "\n";
    }

    private void assertRefused(String name, String message) {
        var source = new ShardSource(InputStream.nullInputStream(), false, _ -> {});
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> source.read(folder.resolve(name).toString()))
                .withMessage(folder.resolve(name) + message);
    }

    private static MergedSession merge(String... shards) {
        return ShardMerge.of(
                List.of(shards).stream()
                        .map(shard -> shard.split(" "))
                        .map(shard -> ShardSamples.shard(shard[0], shard[1]))
                        .toList(),
                "m");
    }

    private static List<String> hosts(Session session) {
        return session.hosts().orElseThrow().stream().map(ShardHost::name).toList();
    }
}
