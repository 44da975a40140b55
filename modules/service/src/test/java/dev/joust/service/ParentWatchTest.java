package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ParentWatchTest {
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void theEndOfTheInputIsTheEndOfTheParent() throws Exception {
        try (PipedOutputStream parent = new PipedOutputStream()) {
            new ParentWatch(new PipedInputStream(parent), ended::countDown).start();
            parent.write("ignored".getBytes(StandardCharsets.US_ASCII));
            assertThat(ended.getCount()).isOne();
        }
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBrokenInputIsTheEndOfTheParentToo() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken on purpose");
            }
        };
        new ParentWatch(broken, ended::countDown).start();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
