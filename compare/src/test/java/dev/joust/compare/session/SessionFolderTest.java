package dev.joust.compare.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.SampleSession;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.UsageException;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.Measurement.RateProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionFolderTest {
    @TempDir
    private Path temporary;

    private Path session;
    private Path file;
    private List<Result> all;

    @BeforeEach
    void aSessionOnDisk() throws IOException {
        session = temporary.resolve("session");
        file = session.resolve("results.jsonl");
        SampleSession.lab().save(session);
        all = folder().readResults();
    }

    @Test
    void aLineThatIsCutWithinALetterLosesNothingElse() throws IOException {
        var cut = Files.readAllBytes(file);
        var line = "{\"format\":5,\"id\":{\"session\":\"gr\u00f6\u00dfe".getBytes(StandardCharsets.UTF_8);
        Files.write(file, Arrays.copyOf(line, line.length - 2), StandardOpenOption.APPEND);
        Files.write(file, new byte[] {(byte) 0xC3}, StandardOpenOption.APPEND);
        assertThat(folder().readResults()).isEqualTo(all);

        folder().reopen();
        assertThat(file).hasBinaryContent(cut);
        folder().append(all.getFirst());
        assertThat(folder().readResults()).hasSize(all.size() + 1);
    }

    @Test
    void whatAnEditorAddsIsIgnored() throws IOException {
        for (var name : List.of("results.jsonl", "session.json")) {
            var text = Files.readString(session.resolve(name));
            Files.writeString(session.resolve(name), "\uFEFF" + text.replace("\n", "\r\n") + "\r\n");
        }
        assertThat(folder().readResults()).isEqualTo(all);
        assertThat(folder().readSession().name()).isEqualTo("made-up");
    }

    @Test
    void aFolderThatVanishesIsOneLine() throws IOException {
        var open = folder();
        Files.move(session, temporary.resolve("elsewhere"));
        assertThatThrownBy(() -> open.append(all.getFirst()))
                .isInstanceOf(FolderWriteException.class)
                .hasMessage("%s cannot be written: its folder does not exist", file);
        assertThatThrownBy(open::readResults)
                .isInstanceOf(UsageException.class)
                .hasMessage("%s:1: it is no regular file", file);
    }

    @Test
    void resultsThatAreALinkAreNotAppendedTo() throws IOException {
        var victim = temporary.resolve("victim");
        Files.move(file, victim);
        Files.createSymbolicLink(file, victim);
        long size = Files.size(victim);
        assertThatThrownBy(() -> folder().append(all.getFirst()))
                .isInstanceOf(FolderWriteException.class)
                .hasMessage("%s cannot be written: it is a link", file);
        assertThat(victim).hasSize(size);
    }

    @Test
    void whatALinkInTheScratchFolderNamesStays() throws IOException {
        var victim = Files.createDirectory(temporary.resolve("victim"));
        Files.writeString(victim.resolve("kept"), "kept");
        Files.createSymbolicLink(session.resolve("scratch/read-1"), victim.resolve("kept"));
        folder().reopen();
        assertThat(session.resolve("scratch")).isEmptyDirectory();

        Files.delete(session.resolve("scratch"));
        Files.createSymbolicLink(session.resolve("scratch"), victim);
        folder().reopen();
        assertThat(Files.isSymbolicLink(session.resolve("scratch"))).isFalse();
        assertThat(victim.resolve("kept")).hasContent("kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"weight\" : 1 | \"weight\" : 1001 | 'weight' must be 1 to 1000, found 1001",
                "\"number\" : 4 | \"number\" : 2000000000 | 'units' must be 1 to 1000000, found 2000000000",
                "\"cpu\" : 150000000 | \"cpu\" : 60000000001 | 'cpu' must be 0 to 60000000000, found 60000000001",
                "\"cpuFactor\" : 1.0 | \"cpuFactor\" : 1e9 | 'cpuFactor' must be 0.01 to 100.0, found 1.0E9",
                "\"bytes\" : 128 | \"bytes\" : 2147483647 | 'bytes' must be 0 to 16777216, found 2147483647",
                "\"name\" : \"cpu-bound\" | \"name\" : \"../x\" | a name of scenario is letters, digits, '.', '_' "
                        + "and '-', found '../x'",
                "\"mix\" : 4123.4 | \"mix\" : 1e300 | the calibration of mix must be above 0 to 1.0E12, found 1.0E300",
                "\"format\" : 5 | \"format\" : 4 | it has format 4; known: 5",
            })
    void boundsOfAScenarioFileHoldForASession(String from, String to, String complaint) throws IOException {
        spoil("session.json", from, to);
        assertThatThrownBy(() -> folder().readSession())
                .isInstanceOf(UsageException.class)
                .hasMessage("%s cannot be read: %s", session.resolve("session.json"), complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"block\":1 | \"block\":0 | 'block' must be 1 to 10000, found 0",
                "\"attempt\":1 | \"attempt\":-1 | 'attempt' must be 1 to 10000, found -1",
                "\"response\":\" | \"response\":\"AAAA | not a compressed HdrHistogram",
            })
    void aResultOutOfBoundsIsNamedByItsLine(String from, String to, String complaint) throws IOException {
        spoil("results.jsonl", from, to);
        assertThatThrownBy(() -> folder().readResults())
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(String.format(Locale.ROOT, "%s:1: %s", file, complaint));
    }

    @Test
    void theRoundTripToTheServiceIsReadAsItWasWrittenAndWithinBounds() throws IOException {
        var way = new ServiceRoundTrip(380_000, 420_000, 900_000, 300, Optional.of(12_000L));
        var result = all.getFirst().with(new RoundTrips(way, ServiceRoundTrip.of(400_000)));
        folder().append(result);
        assertThat(folder().readResults()).last().isEqualTo(result);
        assertThat(all.getFirst().outside().roundTrips()).isEmpty();
        spoil("results.jsonl", "\"medianNanos\":420000", "\"medianNanos\":-1");
        assertThatThrownBy(() -> folder().readResults())
                .isInstanceOf(UsageException.class)
                .hasMessage("%s:%d: 'medianNanos' must be 0 to 3600000000000, found -1", file, all.size() + 1);
    }

    @Test
    void capacitiesAreReadAsTheyWereWrittenAndAnOlderSessionHasNone() throws IOException {
        assertThat(folder().readCapacities()).isEmpty();
        var found = new CapacityResult(
                Optional.of(64.5), Optional.empty(), List.of(new RateProbe(64.5, 64, 64, 0, Optional.of(1L))));
        var capacity = new MeasuredCapacity("shop", "loop", Optional.of(found), Optional.empty());
        var none = new MeasuredCapacity("shop", "threads", Optional.empty(), Optional.of("it crashed"));
        folder().append(capacity);
        folder().append(none);
        assertThat(folder().readCapacities()).containsExactly(capacity, none);
        Files.writeString(session.resolve("capacities.jsonl"), "{\"scen", StandardOpenOption.APPEND);
        folder().reopen();
        assertThat(folder().readCapacities()).containsExactly(capacity, none);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sustained\":64.5 | \"sustained\":-1 | 'sustained' must be above 0 to 1.0E9, found -1.0",
                "\"rate\":64.5 | \"rate\":1e300 | 'rate' must be above 0 to 1.0E9, found 1.0E300",
                "\"backlog\":0 | \"backlog\":-5 | 'backlog' must be 0 to 1099511627776, found -5",
            })
    void aCapacityOutOfBoundsIsNamedByItsLine(String from, String to, String complaint) throws IOException {
        var found = new CapacityResult(
                Optional.of(64.5), Optional.empty(), List.of(new RateProbe(64.5, 64, 64, 0, Optional.of(1L))));
        folder().append(new MeasuredCapacity("shop", "loop", Optional.of(found), Optional.empty()));
        spoil("capacities.jsonl", from, to);
        assertThatThrownBy(() -> folder().readCapacities())
                .isInstanceOf(UsageException.class)
                .hasMessage("%s:1: %s", session.resolve("capacities.jsonl"), complaint);
    }

    private void spoil(String name, String from, String to) throws IOException {
        var text = Files.readString(session.resolve(name));
        assertThat(text).contains(from);
        Files.writeString(session.resolve(name), text.replace(from, to));
    }

    private SessionFolder folder() {
        return SessionFolder.open(session);
    }
}
