package dev.joust.compare.service;

import dev.joust.compare.session.ServiceRoundTrip;
import dev.joust.trial.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Times calls with no delay, one after the other on one connection. It writes to a socket and reads from it, because a
 * client's own threads and queues would add to each time.
 *
 * @param clock monotonic, in nanoseconds
 */
record RoundTripProbe(URI address, LongSupplier clock) {
    /** The length of an answer's body. */
    static final int BYTES = 128;

    private static final int MAX_CALLS = 300;
    private static final int MAX_UNTIMED_CALLS = 20;
    private static final int MIN_CALLS = 5;
    private static final long TIMED_NANOS = 250_000_000;
    private static final long UNTIMED_NANOS = 50_000_000;
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int HTTP_PORT = 80;
    private static final int LONGEST_LINE = 8_192;

    /** What a probe measured, and the number of all its calls, which the service counts. */
    record ProbeOutcome(ServiceRoundTrip roundTrip, int calls) {}

    /** Some hundred calls to a near service, and fewer to a distant one: at most a third of a second either way. */
    ProbeOutcome measure() throws IOException {
        try (var socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            int port = address.getPort() < 0 ? HTTP_PORT : address.getPort();
            socket.connect(new InetSocketAddress(address.getHost(), port), TIMEOUT_MILLIS);
            var in = new BufferedInputStream(socket.getInputStream());
            int untimed = times(socket, in, 1, MAX_UNTIMED_CALLS, UNTIMED_NANOS).length;
            long[] timed = times(socket, in, MIN_CALLS, MAX_CALLS, TIMED_NANOS);
            return new ProbeOutcome(ServiceRoundTrip.of(timed), untimed + timed.length);
        } catch (IOException e) {
            throw new IOException(String.format(Locale.ROOT, "the service at %s does not answer: %s", address, e), e);
        }
    }

    /** The time of each call: of at least so many, at most so many, and none that begins after so long. */
    private long[] times(Socket socket, InputStream in, int atLeast, int atMost, long within) throws IOException {
        var times = LongStream.builder();
        long begin = clock.getAsLong();
        long end = begin;
        for (int i = 0; i < atLeast || i < atMost && end - begin < within; i++) {
            byte[] request = request(i);
            long sent = clock.getAsLong();
            socket.getOutputStream().write(request);
            readAnswer(in);
            end = clock.getAsLong();
            times.add(end - sent);
        }
        return times.build().toArray();
    }

    private byte[] request(int number) {
        return String.format(
                        Locale.ROOT,
                        "GET /call?delay=0ms&bytes=%d&key=%s HTTP/1.1\r\nhost: %s\r\n\r\n",
                        BYTES,
                        Digest.key(number),
                        address.getAuthority())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void readAnswer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("it answered '" + status + "' to a call");
        }
        int length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = length(header);
            }
        }
        if (length != BYTES || in.readNBytes(BYTES).length < BYTES) {
            throw new IOException("its answer to a call does not have " + BYTES + " bytes");
        }
    }

    private static int length(String header) throws IOException {
        try {
            return Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
        } catch (NumberFormatException e) {
            throw new IOException("it answered '" + header + "' to a call", e);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() == LONGEST_LINE) {
                throw new IOException("it ended the connection, or a line of its answer does not end");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
