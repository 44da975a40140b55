package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransferTest {
    private static final long KEY = 0x3e8;
    private static final int CHUNK = 64 << 10;
    private static final int MILLION_3 = 1_000_003;
    private static final String SHA_MILLION_3 = "550d46df8ecd9faa1fc6bf39c06c59f91076aef6f9bbd4e021ae28698806ab25";

    private final Counters counters = new Counters();

    @Test
    void aSmallBodyIsWrittenAtOnce() {
        SlowReader reader = new SlowReader(0);
        transfer(reader, 128);
        assertThat(reader.received.toString()).isEqualTo(Vectors.START);
        assertThat(reader.contentLength).isNull();
        assertThat(counters.stats()).isEqualTo(stats(1, 128));
    }

    @Test
    void aLargeBodyWaitsForItsClient() throws Exception {
        SlowReader reader = new SlowReader(2);
        transfer(reader, MILLION_3);
        assertThat(reader.received.length()).isEqualTo(2 * CHUNK);
        assertThat(counters.stats()).isEqualTo(stats(0, 2 * CHUNK));

        while (!reader.ended) {
            reader.drain();
        }
        assertThat(reader.overfilled).isFalse();
        assertThat(reader.contentLength).isEqualTo("1000003");
        assertThat(Vectors.sha256(reader.received.getBytes())).isEqualTo(SHA_MILLION_3);
        assertThat(counters.stats()).isEqualTo(stats(1, MILLION_3));
    }

    @Test
    void anAnswerIsCountedBeforeItsLastByteIsWritten() {
        List<Stats> seen = new ArrayList<>();
        SlowReader reader = new SlowReader(2);
        reader.atEnd = () -> seen.add(counters.stats());
        transfer(reader, CHUNK + 1);
        assertThat(seen).containsExactly(stats(1, CHUNK + 1));
    }

    @Test
    void aClientThatDrainsWithinAWriteGetsEveryByteOnce() throws Exception {
        SlowReader reader = new SlowReader(1);
        reader.drainsWithinWrite = true;
        transfer(reader, MILLION_3);
        assertThat(reader.nested).isFalse();
        assertThat(Vectors.sha256(reader.received.getBytes())).isEqualTo(SHA_MILLION_3);
        assertThat(counters.stats()).isEqualTo(stats(1, MILLION_3));
    }

    @Test
    void aDrainAfterTheEndWritesNothing() {
        SlowReader reader = new SlowReader(100);
        transfer(reader, 3 * CHUNK);
        reader.drain();
        assertThat(reader.received.length()).isEqualTo(3 * CHUNK);
        assertThat(counters.stats()).isEqualTo(stats(1, 3 * CHUNK));
    }

    @Test
    void nothingIsCountedForAClosedConnection() {
        SlowReader reader = new SlowReader(2);
        transfer(reader, MILLION_3);
        reader.closed = true;
        reader.drain();
        assertThat(counters.stats()).isEqualTo(stats(0, 2 * CHUNK));

        transfer(reader, 128);
        assertThat(counters.stats()).isEqualTo(stats(0, 2 * CHUNK));
    }

    private void transfer(SlowReader reader, long length) {
        new Transfer(
                        reader.response(),
                        new ResponseBody(KEY, length),
                        () -> counters.countStream(0),
                        counters::countBytes)
                .start();
    }

    private static Stats stats(long streams, long bytes) {
        return new Stats(0, streams, bytes, 0, new Stats.Connections(0, 0));
    }
}
