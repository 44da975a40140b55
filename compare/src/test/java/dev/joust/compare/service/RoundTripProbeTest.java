package dev.joust.compare.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.DistantService;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RoundTripProbeTest {
    @Test
    void theTimeOfACallHoldsTheDistance() throws Exception {
        try (var service = new DistantService(Duration.ofMillis(5))) {
            var found = new RoundTripProbe(service.address(), System::nanoTime).measure();
            assertThat(found.roundTrip().fastestNanos()).isGreaterThanOrEqualTo(5_000_000);
            assertThat(found.roundTrip().medianNanos())
                    .isBetween(
                            found.roundTrip().fastestNanos(), found.roundTrip().p99Nanos());
            assertThat(found.roundTrip().calls()).isBetween(5, 60);
            assertThat(new ServiceStatsClient(service.address()).counts().calls())
                    .isEqualTo(found.calls());
        }
    }

    @Test
    void aNearServiceIsCalledSomeHundredTimes() throws Exception {
        assertThat(probe(10_000).calls()).isEqualTo(320);
    }

    /** On a clock that moves by 200 ms between two readings. */
    @Test
    void aDistantServiceIsCalledAFewTimes() throws Exception {
        assertThat(probe(200_000_000).roundTrip().calls()).isEqualTo(5);
        assertThat(probe(200_000_000).calls()).isEqualTo(6);
    }

    private static RoundTripProbe.ProbeOutcome probe(long stepNanos) throws IOException {
        var clock = new AtomicLong();
        try (var service = new DistantService(Duration.ZERO)) {
            return new RoundTripProbe(service.address(), () -> clock.addAndGet(stepNanos)).measure();
        }
    }

    @Test
    void whatIsNoServiceIsOneSentence() throws Exception {
        try (var other = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (var socket = other.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().read();
                } catch (IOException e) {
                    // the probe has left
                }
            });
            var address = URI.create("http://localhost:" + other.getLocalPort());
            assertThatThrownBy(() -> new RoundTripProbe(address, System::nanoTime).measure())
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "the service at %s does not answer: java.io.IOException: it answered 'HTTP/1.1 404 Not"
                                    + " Found' to a call",
                            address);
        }
    }
}
