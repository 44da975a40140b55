package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderFileTest {
    @TempDir
    private Path folder;

    @Test
    void aReplacedLinkLeavesWhatItNames() throws IOException {
        var victim = Files.writeString(folder.resolve("victim"), "kept");
        var link = Files.createSymbolicLink(folder.resolve("report.md"), victim);
        new FolderFile(link).replace("new");
        assertThat(victim).hasContent("kept");
        assertThat(link).hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aFileThatCannotBeReplacedLeavesNoOther() throws IOException {
        var taken = Files.createDirectory(folder.resolve("report.md"));
        Files.writeString(taken.resolve("x"), "x");
        assertThatThrownBy(() -> new FolderFile(taken).replace("new"))
                .isInstanceOf(FolderWriteException.class)
                .hasMessageStartingWith(taken + " cannot be written: ")
                .hasMessageNotContaining("\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aNewFileNeverReplacesOneNorFollowsALink() throws IOException {
        var file = new FolderFile(folder.resolve("a"));
        assertThat(file.create("first")).isTrue();
        assertThat(file.create("second")).isFalse();
        assertThat(file.path()).hasContent("first");

        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThat(new FolderFile(link).create("text")).isFalse();
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThatThrownBy(() -> new FolderFile(folder.resolve("no/folder")).create("text"))
                .hasMessageEndingWith(" cannot be written: its folder does not exist");
    }

    @Test
    void aDeviceIsNotAppendedTo() {
        assertThatThrownBy(() -> new FolderFile(Path.of("/dev/null")).append("line"))
                .hasMessage("/dev/null cannot be written: it is no regular file");
    }

    @Test
    void aFullDiskIsOneLine() throws IOException {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device of Linux");
        try (var channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> FolderFile.append(channel, "line"))
                    .satisfies(e -> assertThat(new FolderWriteException(full, (IOException) e))
                            .hasMessage("/dev/full cannot be written: No space left on device"));
        }
    }

    @Test
    void aFileBeyondTheLimitIsNotRead() throws IOException {
        var file = new FolderFile(Files.writeString(folder.resolve("f"), "12345"));
        assertThat(file.text(5)).isEqualTo("12345");
        assertThatThrownBy(() -> file.text(4)).hasMessageContaining("it has more than 4 bytes");
        assertThatThrownBy(() -> new FolderFile(Path.of("/dev/zero")).text(4))
                .hasMessageContaining("it is no regular file");
    }
}
