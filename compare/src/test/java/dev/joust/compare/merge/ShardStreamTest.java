package dev.joust.compare.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.SessionFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShardStreamTest {
    private static final String STREAM = ShardSamples.stream("2/3", "anvil");

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void aStreamHoldsWhatTheFolderHolds() throws IOException {
        ShardSamples.fixture("2/3", "anvil").save(folder);
        var opened = SessionFolder.open(folder);
        var read = read(ShardSamples.emitted(folder));
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().session()).isEqualTo(opened.readSession());
        assertThat(read.getFirst().lines()).isEqualTo(opened.readLines());
        assertThat(read.getFirst().lines().results())
                .isNotEmpty()
                .allMatch(result -> (result.id().block() - 2) % 3 == 0);
    }

    @Test
    void eachLineIsWrittenWhenItIsOnDisk() throws IOException {
        ShardSamples.fixture("2/3", "anvil").save(folder);
        var opened = SessionFolder.open(folder);
        var results = opened.readResults();
        var out = new ByteArrayOutputStream();
        try (var emitter = new ShardEmitter(new PrintStream(out, false, StandardCharsets.UTF_8), said::add)) {
            emitter.begin(opened, opened.readSession());
            long before = out.toString(StandardCharsets.UTF_8).lines().count();
            opened.append(results.getFirst());
            assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(before))
                    .singleElement()
                    .asString()
                    .startsWith("{\"result\":{");
            emitter.end();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("{\"end\":{\"results\":" + (results.size() + 1) + ",\"interrupted\":false}}\n");
    }

    @Test
    void aStreamThatNobodyReadsAnyMoreIsSaidOnceAndTheSessionGoesOn() throws IOException {
        ShardSamples.fixture("2/3", "anvil").save(folder);
        var opened = SessionFolder.open(folder);
        var closed = new PrintStream(new ClosedOutput(), false, StandardCharsets.UTF_8);
        try (var emitter = new ShardEmitter(closed, said::add)) {
            emitter.begin(opened, opened.readSession());
            opened.append(opened.readResults().getFirst());
            emitter.end();
        }
        assertThat(said)
                .containsExactly("the output cannot be written any more; the results stay in the session's folder");
    }

    @Test
    void theSessionOfAWholePlanIsNotEmitted() throws IOException {
        ShardSamples.fixture("1/1", "anvil").save(folder.resolve("one"));
        assertThat(read(ShardSamples.emitted(folder.resolve("one")))).hasSize(1);
        new SessionFixture(Profile.QUICK).controls().save(folder);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ShardSamples.emitted(folder))
                .withMessage("--emit writes the session of a shard; start it with --shard K/N");
    }

    @Test
    void wordsOfASchedulerAndOfStandardErrorAreLeftOut() {
        var log = "node 7 starts\n\u00e4\n{ no object\n"
                + STREAM.replace("\n", "\n block 2/9  race/virtual-threads  12/18 trials\n\n");
        assertThat(read(log))
                .hasSize(1)
                .extracting(ShardData::lines)
                .containsExactly(read(STREAM).getFirst().lines());
    }

    @Test
    void objectsOfOtherProgramsAreLeftOut() {
        var log = STREAM.replace("\n", "\n{\"level\":\"info\"}\n{}\n{\"results\": [\n");
        assertThat(read("{\"level\":\"info\"}\n" + log)).isEqualTo(read(STREAM));
        assertThat(stream(true).read(ShardSamples.bytes(log))).isEqualTo(read(STREAM));
        assertThat(said).isEmpty();
    }

    @Test
    void wordsThatAreNotUtf8AreLeftOutToo() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xFF, 'x', '\n'});
        bytes.writeBytes(STREAM.getBytes(StandardCharsets.UTF_8));
        assertThat(stream(false).read(new ByteArrayInputStream(bytes.toByteArray())))
                .hasSize(1);
    }

    @Test
    void oneSourceMayHoldSeveralShards() {
        assertThat(read(STREAM + "\n" + ShardSamples.stream("1/3", "bench")))
                .extracting(ShardData::host)
                .containsExactly("anvil", "bench");
    }

    @Test
    void aStreamOfAStoppedSessionIsRead() {
        assertThat(read(STREAM.replace("\"interrupted\":false", "\"interrupted\":true")))
                .hasSize(1);
    }

    @Test
    void aStreamWithoutItsEndIsRefusedUnlessItMayBePartial() {
        var lines = STREAM.lines().toList();
        var cut = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
        assertRefused(cut, "log: shard 2/3 is cut short: it ends before its last line; --partial uses what it has");
        assertThat(stream(true).read(ShardSamples.bytes(cut)).getFirst().lines())
                .isEqualTo(read(STREAM).getFirst().lines());
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("log: shard 2/3 is cut short: it ends before its last line; its ")
                .endsWith(" results are used");
    }

    @Test
    void aPartialStreamIsUsedUpToTheLineThatAKilledTaskCut() {
        var at = STREAM.indexOf("{\"result\"", STREAM.indexOf("{\"result\"") + 1) + 50;
        var cut = STREAM.substring(0, at) + "slurmstepd: error: CANCELLED\n" + STREAM.substring(at);
        assertRefused(cut, "log: line ");
        assertThat(stream(true).read(ShardSamples.bytes(cut)).getFirst().lines().results())
                .hasSize(1);
        assertThat(said).singleElement().asString().contains(" cannot be read; its 1 results are used");
    }

    @Test
    void aStreamThatEndsBeforeItsSessionHasNothingToUse() {
        var header = STREAM.lines().findFirst().orElseThrow() + "\n";
        assertThat(stream(true).read(ShardSamples.bytes(header))).isEmpty();
        assertThat(said)
                .containsExactly("log: a shard is cut short: it ends before its last line; it has nothing to use");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"joust\":\"shard\",\"format\":1| {\"joust\":\"shard\",\"format\":2"
                        + "| log: line 1: it is 'shard' in format 2, another Joust's",
                "{\"joust\":\"shard\" | {\"joust\":\"lance\" | log: line 1: it is 'lance' in format 1",
                "{\"end\":{\"results\": | {\"end\":{\"results\":1| results, ",
                "{\"end\": | {\"fin\": | shard 2/3 is cut short: it ends before its last line",
                "{\"session\":{\"format\" | {\"season\":{\"format\" | it has no session",
                "{\"result\":{ | {\"rest\":{ | results, 0 were read",
                "{\"session\":{\"format\":5 | {\"session\":{\"format\":4 | log: line 2: it has format 4; known: 5",
                "\"index\":2 | \"index\":1 | log: it has a result of round 2, which shard 1/3 does not run",
                "\"index\":2 | \"index\":4 | a shard is K/N with 1 <= K <= N <= 1000, found 4/3",
                "\"shard\":{\"index\":2,\"count\":3} | \"shard\":null | log: it is no shard of a plan, ",
                "\"host\":\"anvil\" | \"host\":null | log: it does not name its host",
                "\"host\":\"anvil\" | \"host\":\"an\\u001bvil\" | printable characters",
                "\"host\":\"anvil\" | \"host\":\"an vil\" | none of them a blank or a parenthesis, found 'an vil'",
            })
    void aStreamThatIsNotAsItShouldBeIsRefusedInOneLine(String of, String by, String message) {
        assertThat(STREAM).contains(of);
        assertRefused(STREAM.replace(of, by), message);
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertRefused("", "log: it holds no shard, which 'joust run --shard K/N --emit' writes");
        assertRefused("<html>\n</html>\n", "log: it holds no shard");
        assertRefused(STREAM.lines().skip(1).findFirst().orElseThrow() + "\n", "log: it holds no shard");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> stream(true).read(new EndlessInput()))
                .withMessage("log: line 1: a line has more than 8388608 bytes");
    }

    private List<ShardData> read(String text) {
        return stream(false).read(ShardSamples.bytes(text));
    }

    private ShardStream stream(boolean partial) {
        return new ShardStream("log", partial, said::add);
    }

    private void assertRefused(String text, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> read(text))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).contains(message).doesNotContain("\n"));
    }

    private static final class EndlessInput extends InputStream {
        @Override
        public int read() {
            return 'x';
        }
    }

    private static final class ClosedOutput extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
