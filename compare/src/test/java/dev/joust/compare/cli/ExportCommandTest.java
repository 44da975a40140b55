package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.Joust;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("it replaces the standard streams")
final class ExportCommandTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path temporary;

    private Path session;

    @BeforeEach
    void aSessionOnDisk() throws IOException {
        session = temporary.resolve("session");
        SampleSession.lab().save(session);
        System.setOut(new PrintStream(printed, true, StandardCharsets.US_ASCII));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restoreStreams() {
        System.setOut(out);
        System.setErr(err);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jmh | [ {",
                "hlog | #[Joust session made-up]",
                "CSV | session,scenario,arm,model,block,attempt,repeat,"
            })
    void aFormatIsPrintedOrWrittenToAFileWithTheSameBytes(String format, String start) throws IOException {
        assertThat(Joust.run("export", session.toString(), "--as", format)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith(start);

        var file = temporary.resolve("exported");
        assertThat(Joust.run("export", session.toString(), "--as", format, "--out", file.toString()))
                .isZero();
        assertThat(file).binaryContent().isEqualTo(printed.toByteArray());
        assertThat(said.toByteArray()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "export nowhere --as csv | nowhere is no session: it has no readable session.json",
                "export nowhere          | Missing required option: '--as=FORMAT'",
                "export nowhere --as xml | [JMH, HLOG, CSV] (case-insensitive) but was 'xml'",
            })
    void aWrongRequestIsOneLineAndExitCode64(String line, String message) {
        assertThat(Joust.run(line.split(" "))).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("joust: ").contains(message);
        assertThat(printed.toByteArray()).isEmpty();
    }

    @Test
    void itHasHelp() {
        assertThat(Joust.run("export", "--help")).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--as=FORMAT   jmh, hlog, csv.");
    }

    @Test
    void aLinkInPlaceOfTheFileIsReplacedAndItsTargetStays() throws IOException {
        var victim = Files.writeString(temporary.resolve("profile"), "kept");
        var link = Files.createSymbolicLink(temporary.resolve("trials.csv"), victim);
        assertThat(Joust.run("export", session.toString(), "--as", "csv", "--out", link.toString()))
                .isZero();
        assertThat(victim).hasContent("kept");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void aFileThatCannotBeWrittenIsOneLine() {
        var file = temporary.resolve("nowhere/trials.csv");
        assertThat(Joust.run("export", session.toString(), "--as", "csv", "--out", file.toString()))
                .isEqualTo(ExitCode.INTERNAL.number());
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("joust: " + file + " cannot be written: its folder does not exist\n");
    }

    @Test
    void aSessionThatIsNotBelievedIsExportedAndSaysSo() throws IOException {
        var contaminated = temporary.resolve("contaminated");
        new SessionFixture(Profile.QUICK).controls(0.5).save(contaminated);
        assertThat(Joust.run("export", contaminated.toString(), "--as", "csv")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("joust: the session is contaminated, so its verdicts are withheld; the figures are as they"
                        + " were measured\n");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(",control-aa,other,");
    }

    @Test
    void aResultOutOfBoundsIsRefusedAsByTheOtherCommands() throws IOException {
        var results = session.resolve("results.jsonl");
        Files.writeString(results, Files.readString(results).replaceFirst("\"nanos\":\\d+", "\"nanos\":0"));
        assertThat(Joust.run("export", session.toString(), "--as", "jmh")).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("results.jsonl:1: 'nanos' must be 1 to ");
        assertThat(printed.toByteArray()).isEmpty();
    }
}
