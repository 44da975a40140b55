package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class InputWatchTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Test
    void theEndOfTheInputStopsTheRun() throws Exception {
        watch(new ByteArrayInputStream("\n\n".getBytes(StandardCharsets.UTF_8)), LONG);
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void silenceAfterALineStopsTheRun() throws Exception {
        try (var out = new PipedOutputStream();
                var in = new PipedInputStream(out)) {
            watch(in, SHORT);
            out.write('\n');
            out.flush();
            assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void watch(InputStream in, Duration silence) {
        new InputWatch(in, silence, stopped::countDown).begin();
    }
}
