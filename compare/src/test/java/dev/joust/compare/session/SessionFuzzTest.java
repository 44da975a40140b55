package dev.joust.compare.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleSession;
import dev.joust.compare.plan.UsageException;
import dev.joust.fidelity.ProbeAnswer;
import dev.joust.trial.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any bytes are a session, results or an answer of a probe, or they are refused in one line. {@code
 * -Djqwik.tries.default=1000000} runs the long form.
 */
final class SessionFuzzTest {
    private static final String ANSWER = "{\"type\":\"samples\",\"runtime\":\"CPython 3.14\",\"values\":{\"a\":[1.5]}}";

    private static Path folder;
    private static byte[] session;
    private static byte[] results;

    @BeforeContainer
    static void makeGoodFiles() throws IOException {
        folder = Files.createTempDirectory("session-fuzz");
        var good = folder.resolve("good");
        SampleSession.lab().save(good);
        session = Files.readAllBytes(good.resolve("session.json"));
        var lines = Files.readAllBytes(good.resolve("results.jsonl"));
        results = Arrays.copyOf(lines, new String(lines, StandardCharsets.US_ASCII).indexOf('\n') + 1);
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
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
        readSession(bytes);
        readResults(bytes);
        readAnswer(bytes);
    }

    @Property
    void aSessionThatIsSpoiltIsReadOrRefused(
            @ForAll @IntRange(max = 30_000) int at, @ForAll @Size(max = 4) byte[] bytes) throws IOException {
        readSession(overwritten(session, at, bytes));
    }

    @Property
    void aResultThatIsSpoiltIsReadOrRefused(@ForAll @IntRange(max = 3_000) int at, @ForAll @Size(max = 4) byte[] bytes)
            throws IOException {
        readResults(overwritten(results, at, bytes));
    }

    @Property
    void aSessionThatIsCutIsRefused(@ForAll @IntRange(max = 30_000) int length) throws IOException {
        readSession(Arrays.copyOf(session, Math.min(length, session.length)));
    }

    @Property
    void anAnswerThatIsSpoiltIsReadOrRefused(@ForAll @IntRange(max = 80) int at, @ForAll @Size(max = 4) byte[] bytes) {
        readAnswer(overwritten(ANSWER.getBytes(StandardCharsets.UTF_8), at, bytes));
    }

    private static void readSession(byte[] bytes) throws IOException {
        Files.write(folder.resolve("session.json"), bytes);
        try {
            assertThat(SessionFolder.open(folder).readSession()).isNotNull();
        } catch (UsageException e) {
            assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    private static void readResults(byte[] bytes) throws IOException {
        Files.write(folder.resolve("results.jsonl"), bytes);
        try {
            assertThat(SessionFolder.open(folder).readResults()).doesNotContainNull();
        } catch (UsageException e) {
            assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}");
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
}
