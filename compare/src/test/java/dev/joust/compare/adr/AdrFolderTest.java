package dev.joust.compare.adr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdrFolderTest {
    private static final DecisionRecord DECISION = new DecisionRecord("Use it for that", "text\n");

    @TempDir
    private Path working;

    @Test
    void withoutAnyFolderTheFirstRecordMakesOne() throws IOException {
        assertThat(AdrFolder.of(Optional.empty(), working).write(DECISION))
                .isEqualTo(working.resolve("docs/decisions/0001-use-it-for-that.md"))
                .hasContent("text");
    }

    @Test
    void theFirstUsualFolderThatExistsIsTaken() throws IOException {
        for (var name : List.of("adr", "doc/adr", "docs/adr", "docs/decisions")) {
            Files.createDirectories(working.resolve(name));
            assertThat(AdrFolder.of(Optional.empty(), working).path()).isEqualTo(working.resolve(name));
        }
    }

    @Test
    void aFileNamesTheFolderAndTheUserAnother() throws IOException {
        Files.createDirectories(working.resolve("docs/decisions"));
        Files.writeString(working.resolve(".adr-dir"), "architecture/records\n");
        assertThat(AdrFolder.of(Optional.empty(), working).path()).isEqualTo(working.resolve("architecture/records"));
        assertThat(AdrFolder.of(Optional.of(Path.of("mine")), working).path()).isEqualTo(working.resolve("mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "../records", "/tmp", "a\nb", "a/../../b", "nul\0"})
    void aFileThatNamesNoFolderWithinIsRefused(String name) throws IOException {
        Files.writeString(working.resolve(".adr-dir"), name);
        assertThatThrownBy(() -> AdrFolder.of(Optional.empty(), working))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(".adr-dir")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0007-x.md, 0008",
        "0007-x.adoc, 0008",
        "12.txt, 0013",
        "0041, 0042",
        "3_x.md, 0004",
        "20261126-notes.md, 0001",
        "README.md, 0001",
        "x-0007.md, 0001",
    })
    void theNumberFollowsTheHighestOfAnyEntry(String entry, String next) throws IOException {
        Files.createFile(working.resolve(entry));
        assertThat(write()).startsWith(next + "-");
    }

    @Test
    void aFolderHasANumberToo() throws IOException {
        Files.createDirectory(working.resolve("0005-pictures"));
        assertThat(write()).startsWith("0006-");
    }

    @Test
    void aGapIsNotFilled() throws IOException {
        Files.createFile(working.resolve("0001-a.md"));
        Files.createFile(working.resolve("0009-b.md"));
        assertThat(List.of(write(), write())).containsExactly("0010-use-it-for-that.md", "0011-use-it-for-that.md");
    }

    @Test
    void aReservedNumberIsLeftOut() throws IOException {
        Files.createFile(working.resolve(".0001.reserved"));
        assertThat(write()).startsWith("0002-");
        assertThat(working.resolve(".0002.reserved")).doesNotExist();
    }

    @Test
    void theLastNumberIsSaid() throws IOException {
        Files.createFile(working.resolve("9999-x.md"));
        assertThatThrownBy(this::write)
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("has no number left: the last one is 9999");
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.createFile(working.resolve("file"));
        assertThatThrownBy(() ->
                        AdrFolder.of(Optional.of(Path.of("file")), working).write(DECISION))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be a folder of records");
    }

    @Test
    void aTitleBecomesAShortName() throws IOException {
        assertThat(folder().write(new DecisionRecord("../Ü " + "long ".repeat(40), ""))
                        .getFileName()
                        .toString())
                .matches("0001-(long-){15}long\\.md");
        assertThat(folder().write(new DecisionRecord("…", "")).getFileName()).hasToString("0002-decision.md");
    }

    @Test
    void recordsThatAreWrittenAtOnceHaveNumbersOfTheirOwn() throws Exception {
        var titles = IntStream.range(0, 40).mapToObj(i -> "title " + i % 4).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = threads.invokeAll(titles.stream()
                    .map(title -> (Callable<Path>) () -> folder().write(new DecisionRecord(title, title)))
                    .toList());
            assertThat(written)
                    .extracting(Future::get)
                    .extracting(file -> file.getFileName().toString().substring(0, 4))
                    .doesNotHaveDuplicates();
        }
        assertThat(working).isDirectoryNotContaining("glob:**.reserved");
    }

    private AdrFolder folder() {
        return AdrFolder.of(Optional.of(Path.of("")), working);
    }

    private String write() throws IOException {
        return folder().write(DECISION).getFileName().toString();
    }
}
