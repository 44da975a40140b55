package dev.joust.compare;

import dev.joust.compare.session.Result.ServiceCounts;
import dev.joust.trial.Json;
import dev.joust.trial.ServiceBody;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A service as far away as a test says: it answers calls, counts and resets as Joust's own does, and each call spends
 * that time on its way, which the service does not count. A test also plays the strangers who use it.
 */
public final class DistantService implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong requestNanos = new AtomicLong();
    private final AtomicInteger resets = new AtomicInteger();
    private volatile Duration way;
    private volatile Optional<String> refusal = Optional.empty();

    public DistantService(Duration way) throws IOException {
        this.way = way;
        Thread.ofPlatform().daemon().name("distant-service").start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Moves it. */
    public void away(Duration distance) {
        way = distance;
    }

    /** Answers calls of a stranger. */
    public void answerStranger(int number) {
        calls.addAndGet(number);
        bytes.addAndGet(number * 100L);
    }

    /** Lets a stranger reset the counts. */
    public void resetByStranger() {
        calls.set(0);
        bytes.set(0);
        requestNanos.set(0);
    }

    /** Refuses further resets with this sentence, as a service does that another session holds. */
    public void hold(String sentence) {
        refusal = Optional.of(sentence);
    }

    public int resets() {
        return resets.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (var request = in.readLine(); request != null; request = in.readLine()) {
                for (var header = in.readLine(); header != null && !header.isEmpty(); ) {
                    header = in.readLine();
                }
                answer(request.split(" ")[1], socket.getOutputStream());
            }
        } catch (IOException e) {
            // the client has left
        } catch (RuntimeException e) {
            throw new UncheckedIOException(new IOException("a request that this service does not know", e));
        }
    }

    private void answer(String target, OutputStream out) throws IOException {
        if (target.startsWith("/call")) {
            call(target, out);
        } else if (target.equals("/stats")) {
            var counts = new ServiceCounts(calls.get(), 0, bytes.get(), Optional.of(requestNanos.get()), 0, 0);
            write(out, 200, Json.line(counts).getBytes(StandardCharsets.UTF_8));
        } else if (refusal.isPresent()) {
            write(out, 409, refusal.get().getBytes(StandardCharsets.UTF_8));
        } else {
            resets.incrementAndGet();
            resetByStranger();
            write(out, 204, new byte[0]);
        }
    }

    private void call(String target, OutputStream out) throws IOException {
        LockSupport.parkNanos(way.toNanos());
        long arrived = System.nanoTime();
        long delay = Long.parseLong(parameter(target, "delay").replaceAll("\\D", ""))
                * (parameter(target, "delay").endsWith("ms") ? 1_000_000 : 1);
        LockSupport.parkNanos(delay);
        int length = Integer.parseInt(parameter(target, "bytes"));
        var block = ServiceBody.block(Long.parseUnsignedLong(parameter(target, "key"), 16));
        requestNanos.addAndGet(System.nanoTime() - arrived);
        bytes.addAndGet(length);
        calls.incrementAndGet();
        write(out, 200, Arrays.copyOf(block, length));
    }

    private static String parameter(String target, String name) {
        return Arrays.stream(target.substring(target.indexOf('?') + 1).split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .findFirst()
                .map(pair -> pair.substring(name.length() + 1))
                .orElse("0");
    }

    private static void write(OutputStream out, int status, byte[] body) throws IOException {
        var head = "HTTP/1.1 " + status + " X\r\n"
                + (status == 204 ? "" : "content-type: text/plain\r\ncontent-length: " + body.length + "\r\n") + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
