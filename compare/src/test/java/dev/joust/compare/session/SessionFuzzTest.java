package dev.joust.compare.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleSession;
import dev.joust.compare.plan.UsageException;
import dev.joust.fidelity.ProbeAnswer;
import dev.joust.trial.Calibration;
import dev.joust.trial.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any bytes are a session, lines of its other files or an answer of a probe, or they are refused in one line. The bytes
 * stay in memory, but for one short property, so a million inputs take minutes: {@code
 * -Djqwik.tries.default=1000000} runs the long form.
 */
final class SessionFuzzTest {
    private static final Path FILE = Path.of("file");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final JsonLines<Result> RESULTS = new JsonLines<>("file", Result.class, SessionBounds::check);
    private static final JsonLines<Recalibration> RECALIBRATIONS =
            new JsonLines<>("file", Recalibration.class, SessionBounds::check);
    private static final JsonLines<DisturbanceNote> NOTES =
            new JsonLines<>("file", DisturbanceNote.class, SessionBounds::check);
    private static final byte[] ANSWER =
            bytes("{\"type\":\"samples\",\"runtime\":\"CPython 3.14\",\"values\":{\"a\":[1.5]}}");
    private static final byte[] RECALIBRATION =
            bytes(Json.line(new Recalibration(3, "jvm", new Calibration(Map.of("mix", 1.5)))) + "\n");
    private static final byte[] NOTE =
            bytes(Json.line(new DisturbanceNote(Optional.empty(), "pid 1 took a core")) + "\n");

    private static Path folder;
    private static byte[] session;
    private static byte[] result;

    @BeforeContainer
    static void makeGoodFiles() throws IOException {
        folder = Files.createTempDirectory("session-fuzz");
        var good = folder.resolve("good");
        SampleSession.lab().save(good);
        session = Files.readAllBytes(good.resolve("session.json"));
        var lines = Files.readAllBytes(good.resolve("results.jsonl"));
        result = Arrays.copyOf(lines, new String(lines, StandardCharsets.US_ASCII).indexOf('\n') + 1);
    }

    @AfterContainer
    static void removeFiles() throws IOException {
        for (var name : new String[] {"good/session.json", "good/results.jsonl", "good/recalibrations.jsonl"}) {
            Files.deleteIfExists(folder.resolve(name));
        }
        for (var name : new String[] {"good/scratch", "good", "session.json", "results.jsonl", "."}) {
            Files.deleteIfExists(folder.resolve(name).normalize());
        }
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        readSession(bytes);
        readLines(RESULTS, bytes);
        readLines(RECALIBRATIONS, bytes);
        readLines(NOTES, bytes);
        readAnswer(bytes);
    }

    @Property
    void aSessionThatIsSpoiltIsReadOrRefused(
            @ForAll @IntRange(max = 30_000) int at, @ForAll @Size(max = 4) byte[] bytes) {
        readSession(overwritten(session, at, bytes));
    }

    @Property
    void aSessionThatIsCutIsRefused(@ForAll @IntRange(max = 30_000) int length) {
        int kept = Math.min(length, session.length);
        boolean whole = kept >= session.length - 1; // the last byte is a line feed
        assertThat(readSession(Arrays.copyOf(session, kept))).isEqualTo(whole);
    }

    @Property
    void aResultThatIsSpoiltIsReadOrRefused(
            @ForAll @IntRange(max = 3_000) int at, @ForAll @Size(max = 4) byte[] bytes) {
        readLines(RESULTS, overwritten(result, at, bytes));
    }

    @Property
    void anotherLineThatIsSpoiltIsReadOrRefused(
            @ForAll @IntRange(max = 120) int at, @ForAll @Size(max = 4) byte[] bytes) {
        readLines(RECALIBRATIONS, overwritten(RECALIBRATION, at, bytes));
        readLines(NOTES, overwritten(NOTE, at, bytes));
    }

    @Property
    void anAnswerThatIsSpoiltIsReadOrRefused(@ForAll @IntRange(max = 80) int at, @ForAll @Size(max = 4) byte[] bytes) {
        readAnswer(overwritten(ANSWER, at, bytes));
    }

    /** Every input makes two files, so there are few. */
    @Property(tries = 200)
    void filesThatAreSpoiltAreReadOrRefusedAsTheirBytesAre(
            @ForAll @IntRange(max = 30_000) int at, @ForAll @Size(max = 4) byte[] bytes) throws IOException {
        var spoiltSession = overwritten(session, at, bytes);
        var spoiltResult = overwritten(result, at, bytes);
        Files.write(folder.resolve("session.json"), spoiltSession);
        Files.write(folder.resolve("results.jsonl"), spoiltResult);
        var opened = SessionFolder.open(folder);
        assertThat(readOrRefused(opened::readSession)).isEqualTo(readSession(spoiltSession));
        assertThat(readOrRefused(opened::readResults)).isEqualTo(readLines(RESULTS, spoiltResult));
    }

    private static boolean readSession(byte[] bytes) {
        return readOrRefused(() -> SessionFolder.session(FILE, bytes));
    }

    private static boolean readLines(JsonLines<?> lines, byte[] bytes) {
        return readOrRefused(() -> lines.read(new ByteArrayInputStream(bytes)));
    }

    /** Whether it was read. */
    private static boolean readOrRefused(Supplier<?> reader) {
        try {
            assertThat(reader.get()).isNotNull();
            return true;
        } catch (UsageException e) {
            if (CONTROL.matcher(e.getMessage()).find()) {
                throw new AssertionError("a refusal of several lines", e);
            }
            return false;
        }
    }

    private static void readAnswer(byte[] bytes) {
        try {
            assertThat(Json.read(new String(bytes, StandardCharsets.UTF_8), ProbeAnswer.class))
                    .isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("not a ProbeAnswer: ");
        }
    }

    private static byte[] overwritten(byte[] good, int at, byte[] bytes) {
        var spoilt = good.clone();
        int start = at % good.length;
        System.arraycopy(bytes, 0, spoilt, start, Math.min(bytes.length, good.length - start));
        return spoilt;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
