package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogTailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InputStream breaking = new InputStream() {
        @Override
        public int read() throws IOException {
            throw new IOException("pipe closed");
        }
    };

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                LogTail.KEPT_BYTES - 1,
                LogTail.KEPT_BYTES,
                LogTail.KEPT_BYTES + 1,
                10 * LogTail.KEPT_BYTES + 7
            })
    void theLastBytesAreKept(int length) throws InterruptedException {
        var all = "0123456789abcdef".repeat(length / 16 + 1).substring(0, length);
        var kept = all.substring(Math.max(0, length - LogTail.KEPT_BYTES));
        assertThat(ended(bytes(all)).text()).isEqualTo(kept);
        assertThat(ended(bytes(all)).line()).isEqualTo(kept);
    }

    @Test
    void linesAreJoinedIntoOne() throws InterruptedException {
        var tail = ended(bytes("Error: no\n  at a\r\n\n at b\n"));
        assertThat(tail.line()).isEqualTo("Error: no / at a / at b");
        assertThat(tail.text()).isEqualTo("Error: no\n  at a\r\n\n at b");
    }

    @Test
    void theLineSaysThatReadingFailed() throws InterruptedException {
        assertThat(ended(breaking).line()).isEqualTo("(standard error broke off: pipe closed)");
        assertThat(ended(new SequenceInputStream(bytes("one\n"), breaking)).line())
                .isEqualTo("one / (standard error broke off: pipe closed)");
    }

    @Test
    void theTextIsWhatWasReadBeforeReadingFailed() throws InterruptedException {
        assertThat(ended(new SequenceInputStream(bytes("one\n"), breaking)).text())
                .isEqualTo("one");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LogTail ended(InputStream in) throws InterruptedException {
        var tail = new LogTail(in, "log-tail");
        tail.awaitEnd(PATIENCE);
        return tail;
    }
}
