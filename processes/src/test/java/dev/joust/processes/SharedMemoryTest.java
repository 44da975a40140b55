package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedMemoryTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatCannotBeMappedIsDeleted() {
        assertThatThrownBy(() -> SharedMemory.createIn(folder, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theNextFolderIsTakenWhereOneIsMissing() throws IOException {
        var memory = SharedMemory.createInFirst(List.of(folder.resolve("missing"), folder), 10);
        assertThat(memory.file()).hasParent(folder);
        assertThat(memory.isInMemory()).isFalse();
        memory.delete();
        assertThatThrownBy(() -> SharedMemory.createInFirst(List.of(folder.resolve("missing")), 10))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no folder takes 10 bytes: ");
    }
}
