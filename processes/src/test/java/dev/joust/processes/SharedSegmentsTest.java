package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedSegmentsTest {
    private static final List<byte[]> PAYLOADS = List.of(new byte[] {1, 2}, new byte[] {3});

    @TempDir
    Path folder;

    @Test
    void aSegmentIsUsedAgainOnceItsUnitIsAnswered() throws IOException {
        var segments = new SharedSegments(folder, new Traffic());
        var first = segments.put(1, PAYLOADS, 3).orElseThrow();
        assertThat(segments.put(2, PAYLOADS, 3).orElseThrow().segment()).isNotEqualTo(first.segment());
        segments.release(1);
        assertThat(segments.put(3, PAYLOADS, 3)).hasValue(new ParentMessage.SharedPayloads(first.segment(), 3, ""));
        segments.close();
    }

    @Test
    void closingDeletesTheFilesAndNoneIsCreatedAfterwards() throws IOException {
        var segments = new SharedSegments(folder, new Traffic());
        var file = Path.of(segments.put(1, PAYLOADS, 3).orElseThrow().file());
        assertThat(file).exists();
        segments.close();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> segments.put(2, PAYLOADS, 3))
                .isInstanceOf(IOException.class)
                .hasMessage("the worker has ended");
    }
}
