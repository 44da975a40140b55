package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of arrivals is read, or refused in one line. */
final class RecordedArrivalsTest {
    private static final WorkClass CALLS = new WorkClass("calls", 1, List.of());
    private static final WorkClass TASK = new WorkClass("task", 1, List.of());

    @TempDir
    private Path folder;

    @Test
    void aFileOfOneClassNeedsNoNames() {
        assertThat(RecordedArrivals.parse("a.csv", "\ufeffseconds\r\n0\r\n\r\n0.5\r\n0.5\r\n1\r\n", List.of(CALLS)))
                .isEqualTo(new Arrivals.Recorded(
                        Map.of("calls", List.of(0L, 500_000_000L, 500_000_000L, 1_000_000_000L))));
    }

    @Test
    void numbersAsProgramsPrintThemAreRead() {
        assertThat(RecordedArrivals.parse("a.csv", "9.5e-05\n0.1234567890123456\n599.999999999", List.of(CALLS))
                        .nanos()
                        .get("calls"))
                .containsExactly(95_000L, 123_456_789L, 599_999_999_999L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | a.csv:1: the file has no arrival; known: a line per arrival, 'seconds' or 'seconds,class'",
                "seconds,class | "
                        + "a.csv:1: the file has no arrival; known: a line per arrival, 'seconds' or 'seconds,class'",
                "`1,calls\n0.5,task` | a.csv:2: arrivals must ascend, found '0.5' after 1",
                "`0,calls\n1,naps` | a.csv:2: unknown work 'naps'; known: calls, task",
                "`0,calls\nseconds,class` | a.csv:2: unknown work 'class'; known: calls, task",
                "`0,calls\n1` | a.csv:2: there are several classes of work, so an arrival is 'seconds,class'; known: "
                        + "calls, task",
                "`time,class\n1,calls` " + "| a.csv:1: unknown work 'class'; known: calls, task",
                "`-1,calls` " + "| a.csv:1: an arrival is in seconds from the start, for example 1.25, found '-1'",
                "`NaN,calls` " + "| a.csv:1: an arrival is in seconds from the start, for example 1.25, found 'NaN'",
                "`1700000000,calls` "
                        + "| a.csv:1: an arrival is at 0 to 600 seconds from the start, found '1700000000'",
                "`1e99,calls` | a.csv:1: an arrival is at 0 to 600 seconds from the start, found '1e99'",
                "`1,calls,x` | a.csv:1: an arrival is 'seconds' or 'seconds,class', found '1,calls,x'",
            })
    void aComplaintNamesTheLineOfTheArrivals(String text, String message) {
        assertThatThrownBy(() -> RecordedArrivals.parse("a.csv", text, List.of(CALLS, TASK)))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(message);
    }

    @Test
    void tooManyArrivalsAreRefused() {
        assertThat(RecordedArrivals.parse("a.csv", "1\n".repeat(100_000), List.of(CALLS))
                        .nanos()
                        .get("calls"))
                .hasSize(100_000);
        assertThatThrownBy(() -> RecordedArrivals.parse("a.csv", "1\n".repeat(100_001), List.of(CALLS)))
                .hasMessage("a.csv:100001: more than 100000 arrivals");
    }

    @Test
    void aFileIsRefusedWithTheLineOfTheScenario() throws IOException {
        assertRefused("x.yaml:9: recorded arrivals: there is no file " + folder.resolve("a.csv"));
        Files.write(folder.resolve("a.csv"), new byte[8_000_001]);
        assertRefused(
                "x.yaml:9: recorded arrivals have at most 8000000 bytes, '" + folder.resolve("a.csv") + "' has more");
        Files.write(folder.resolve("a.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertRefused("x.yaml:9: recorded arrivals: 'a.csv' is not UTF-8 text");
        Files.delete(folder.resolve("a.csv"));
        Files.createDirectory(folder.resolve("a.csv"));
        assertRefused("x.yaml:9: recorded arrivals: " + folder.resolve("a.csv") + " is no regular file");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkToADeviceIsNotRead() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.csv"), Path.of("/dev/zero"));
        assertRefused("x.yaml:9: recorded arrivals: " + folder.resolve("a.csv") + " is no regular file");
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() throws IOException {
        Files.writeString(folder.resolve("x.yaml"), scenario("\"a\\0.csv\""), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new ScenarioFile(Faults.MODELS).read(folder.resolve("x.yaml")))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageContaining("is no name of a file");
    }

    @Test
    void recordedArrivalsHaveTheirOwnRateAndTime() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "0,calls\n0.2,task\n2,calls\n");
        assertRefused(
                ", rate: 1/s", "x.yaml:9: recorded arrivals have their own rate, so 'rate' cannot stand beside them");
        assertRefused(", for: 3s", "x.yaml:9: 'for' cuts recorded arrivals, which end within 2001ms, found '3s'");
        assertRefused(", for: 200ms", "x.yaml:9: 'task' has no recorded arrival in 200ms");
    }

    @Test
    void aSearchForTheCapacityHasNoRecordedArrivals() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "0,calls\n");
        Files.writeString(
                folder.resolve("x.yaml"), Faults.CAPACITY.replace("for: 2s", "for: 2s, arrivals: {recorded: a.csv}"));
        assertThatThrownBy(() -> new ScenarioFile(Faults.MODELS).read(folder.resolve("x.yaml")))
                .hasMessageEndingWith("x.yaml:9: recorded arrivals have one rate, and a capacity load tries several");
    }

    private void assertRefused(String message) throws IOException {
        assertRefused("", message);
    }

    private void assertRefused(String more, String message) throws IOException {
        Files.writeString(folder.resolve("x.yaml"), scenario("a.csv").replace("a.csv}", "a.csv}" + more));
        assertThatThrownBy(() -> new ScenarioFile(Faults.MODELS).read(folder.resolve("x.yaml")))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(folder + "/" + message);
    }

    private static String scenario(String arrivals) {
        return Faults.CLOSED.replace(
                "closed: {inFlight: {calls: 1, task: 1}, for: 1s}", "open: {arrivals: {recorded: " + arrivals + "}}");
    }
}
