package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.FakePrograms;
import dev.joust.compare.Joust;
import dev.joust.compare.SampleSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A session folder that a stranger made runs nothing and writes nothing elsewhere. */
@Isolated("it replaces the standard streams")
final class StrangersFolderTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path temporary;

    private Path session;

    @BeforeEach
    void aSessionOnDisk() throws IOException {
        session = temporary.resolve("session");
        SampleSession.lab().save(session);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restoreStreams() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void flagsOfTheSessionFileStartNoJvm() throws IOException {
        var ran = temporary.resolve("ran");
        rewrite("\"-XX:+UseSerialGC\"", "\"-XX:+UseSerialGC\", \"-XX:OnOutOfMemoryError=touch " + ran + "\"");
        assertThat(Joust.run("run", "--resume", session.toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(said()).startsWith("joust: the session cannot go on: it began with the JVM flags ");
        assertThat(said().lines()).hasSize(1);
        assertThat(ran).doesNotExist();
    }

    @Test
    void aJavaOfTheSessionFileIsNotStartedUntilTheUserNamesTheSame() throws IOException {
        var ran = temporary.resolve("ran");
        var java = new FakePrograms(temporary).program("java", "touch " + ran);
        rewrite(
                "\"runtime\" : null",
                "\"runtime\" : {\"java\" : \"" + java + "\", \"flags\" : [], \"jars\" : [], \"python\" : null}");
        assertThat(Joust.run("run", "--resume", session.toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(said())
                .isEqualTo(
                        "joust: the session cannot go on: an arm runs with java=" + java + "; if you trust that, name"
                                + " the same scenario file, or the same arms of joust versus, beside --resume\n");
        assertThat(Joust.run("versus", "base", "flags=-Xint", "--resume", session.toString()))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(ran).doesNotExist();
        assertThat(Joust.run("versus", "base", "java=" + java, "--resume", session.toString()))
                .as("it is named, but it is no Java")
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(ran).exists();
        assertThat(said()).endsWith("does not start, or is no java; it says: nothing\n");
    }

    @Test
    void theUrlOfTheSessionFileMustBeNamedAgain() throws IOException {
        rewrite("\"kind\" : \"PROCESS\"", "\"kind\" : \"REMOTE\"");
        rewrite("\"address\" : \"127.0.0.1\"", "\"address\" : \"http://evil.example:1\"");
        assertThat(Joust.run("run", "--resume", session.toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(said())
                .isEqualTo("joust: the session cannot go on: it calls the service at http://evil.example:1;"
                        + " if you trust it, add --service http://evil.example:1\n");
    }

    @Test
    void aReportOverwritesNoFileThatALinkNames() throws IOException {
        var victim = Files.writeString(temporary.resolve("profile"), "kept");
        for (var name : new String[] {"report.md", "report.html", "report.json", "junit.xml"}) {
            Files.createSymbolicLink(session.resolve(name), victim);
        }
        assertThat(Joust.run("report", session.toString())).isZero();
        assertThat(victim).hasContent("kept");
        assertThat(session.resolve("report.md")).content().contains("virtual-threads wins");
    }

    @Test
    void aMessageHasNoControlCharactersOfTheSession() throws IOException {
        rewrite("\"format\" : 5", "\"format\" : 5, \"\\u001b[2J\" : 1");
        assertThat(Joust.run("judge", session.toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(said().stripTrailing()).doesNotContainPattern("\\p{Cntrl}");
    }

    private void rewrite(String from, String to) throws IOException {
        var file = session.resolve("session.json");
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
