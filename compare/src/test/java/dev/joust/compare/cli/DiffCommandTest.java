package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.Joust;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SourceTree;
import dev.joust.compare.diff.PublishedSession;
import dev.joust.compare.diff.SessionDiff;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.trial.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it replaces the standard streams, and a property")
final class DiffCommandTest {
    private static final Path COMPARE = SourceTree.top().resolve("compare");

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private String session;

    @BeforeEach
    void listen() throws IOException {
        session = folder.resolve("session").toString();
        SampleSession.lab().save(Path.of(session));
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(print);
        System.setErr(print);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
        System.clearProperty("joust.home");
    }

    private String heard() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSessionAgreesWithItself() {
        assertThat(Joust.run("diff", session, session)).isZero();
        assertThat(heard()).endsWith(" agrees with " + session + " on 5 of 5 claims\n");
    }

    @Test
    void aFolderWithoutASessionIsAnError() {
        assertThat(Joust.run("diff", session, "nowhere")).isEqualTo(64);
        assertThat(Joust.run("adr", "nowhere")).isEqualTo(64);
        assertThat(heard()).isEqualTo("joust: nowhere is no session: it has no readable session.json\n".repeat(2));
    }

    @Test
    void jsonIsReadBack() {
        assertThat(Joust.run("diff", session, session, "--json")).isZero();
        assertThat(Json.read(heard(), SessionDiff.class).summary()).endsWith("on 5 of 5 claims");
    }

    @Test
    void aloneItIsComparedWithThePublishedOne() {
        System.setProperty("joust.home", COMPARE.toString());
        var published = COMPARE.resolve("published").toString();

        assertThat(Joust.run("diff", published)).isZero();

        assertThat(heard())
                .containsPattern("\nyour machine agrees with the published session on (\\d+) of \\1 claims\n$");
        assertThat(PublishedSession.line(JudgedSession.in(Path.of(published))))
                .hasValueSatisfying(line -> assertThat(heard()).endsWith(line + "\n"));
    }

    @Test
    void otherScenariosGiveNoLine() {
        System.setProperty("joust.home", COMPARE.toString());
        assertThat(PublishedSession.line(JudgedSession.in(Path.of(session)))).isEmpty();
    }

    @Test
    void withoutAPublishedSessionThereIsNoLineAndTheCommandSaysWhatIsMissing() {
        System.setProperty("joust.home", folder.toString());
        assertThat(PublishedSession.line(JudgedSession.in(Path.of(session)))).isEmpty();
        assertThat(Joust.run("diff", session)).isEqualTo(64);
        assertThat(heard()).contains("published is no session");
    }
}
