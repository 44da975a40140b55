package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BacklogTest {
    @TempDir
    private Path folder;

    @Test
    void theKernelHoldsWhatIsAskedForUpToWhatItAllows() throws Exception {
        var most = Files.writeString(folder.resolve("somaxconn"), "128\n");
        assertThat(Backlog.held(64, most)).isEqualTo(64);
        assertThat(Backlog.held(4096, most)).isEqualTo(128);
    }

    @Test
    void whereTheKernelDoesNotTellItIsWhatIsAskedFor() throws Exception {
        assertThat(Backlog.held(4096, folder.resolve("none"))).isEqualTo(4096);
        assertThat(Backlog.held(4096, Files.writeString(folder.resolve("odd"), "many")))
                .isEqualTo(4096);
    }
}
