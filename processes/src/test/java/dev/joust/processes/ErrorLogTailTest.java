package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorLogTailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, ErrorLogTail.KEPT - 1, ErrorLogTail.KEPT, ErrorLogTail.KEPT + 1, 10 * ErrorLogTail.KEPT + 7})
    void theLastBytesAreKept(int length) throws InterruptedException {
        var all = "0123456789abcdef".repeat(length / 16 + 1).substring(0, length);
        assertThat(text(new ByteArrayInputStream(all.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(all.substring(Math.max(0, length - ErrorLogTail.KEPT)));
    }

    @Test
    void linesBecomeOne() throws InterruptedException {
        assertThat(text(new ByteArrayInputStream("Error: no\n  at a\r\n\n at b\n".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("Error: no / at a / at b");
    }

    @Test
    void aStreamThatBreaksOffSaysSo() throws InterruptedException {
        assertThat(text(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                }))
                .isEqualTo("(standard error broke off: gone)");
    }

    private static String text(InputStream in) throws InterruptedException {
        return new ErrorLogTail(in, "tail").text(PATIENCE);
    }
}
