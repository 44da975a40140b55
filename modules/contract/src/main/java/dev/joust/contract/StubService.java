package dev.joust.contract;

import dev.joust.trial.ServiceBody;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small version of the network service in the test's process. It gives the same answers to {@code /call},
 * {@code /stream} and {@code /stats}, and wrong answers on demand. One virtual thread per connection.
 *
 * <p>It uses sockets because the JDK's HTTP server does not report open connections, and the contract checks those that
 * a model leaves open. Safe for any number of threads.
 */
public final class StubService implements AutoCloseable {
    private static final String EMPTY = "";

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong streams = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final RequestLatch never = new RequestLatch();
    private volatile StubStats reset = StubStats.ZERO;
    private volatile Fault fault = Fault.NONE;
    private volatile RequestLatch latch = RequestLatch.opened();

    private StubService(ServerSocket server) {
        this.server = server;
        threads.execute(this::accept);
    }

    /** Starts a stub on a free port of the loopback interface. */
    public static StubService started() throws IOException {
        return new StubService(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()));
    }

    /** Its address, without a trailing slash. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The counts since the last reset. */
    public StubStats stats() {
        return total().since(reset);
    }

    /** Restarts all counts, {@link #mostAtOnce} too. */
    public void reset() {
        reset = total();
        mostAtOnce.set(atOnce.get());
    }

    /** The most requests that waited for their answer at once since the last reset. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Answers with this fault from now on; right again with {@link Fault#NONE}. */
    public void misbehave(Fault how) {
        fault = how;
    }

    /** Holds calls and streams that arrive from now on, before their delay, until the latch opens. */
    public RequestLatch hold() {
        return latch = new RequestLatch();
    }

    private StubStats total() {
        return new StubStats(calls.get(), streams.get(), bytes.get(), connections.get(), open.size());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                if (!server.isClosed()) {
                    throw new IllegalStateException("the stub cannot accept connections", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var out = new BufferedOutputStream(socket.getOutputStream(), 64 << 10);
            boolean more = true;
            while (more) {
                var request = StubRequest.read(in);
                more = request.isPresent()
                        && answer(request.get(), out)
                        && !request.get().last();
            }
        } catch (IOException e) {
            // the client has left or the stub is closing; the counts show it
        } finally {
            open.remove(socket);
        }
    }

    /** Answers one request; false when the connection must end. */
    private boolean answer(StubRequest request, OutputStream out) throws IOException {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /call" -> body(request.parameters(List.of("delay", "bytes", "key"), 16 << 20), calls, out);
                case "GET /stream" -> body(request.parameters(List.of("bytes", "key"), 1 << 30), streams, out);
                case "GET /stats" -> text(200, stats().json(), out);
                case "POST /stats/reset" -> {
                    reset();
                    yield text(204, EMPTY, out);
                }
                default -> text(404, "nothing is at " + request.path(), out);
            };
        } catch (IllegalArgumentException e) {
            return text(400, e.getMessage(), out);
        }
    }

    private boolean body(StubRequest.Parameters asked, AtomicLong answered, OutputStream out) throws IOException {
        var how = fault;
        await(asked.delayNanos(), how);
        if (how == Fault.ERROR) {
            return text(500, "the stub answers 500 on purpose", out);
        }
        long sent = how == Fault.CUT || how == Fault.SHORT_BODY ? asked.bytes() / 2 : asked.bytes();
        head(200, how == Fault.SHORT_BODY ? sent : asked.bytes(), out);
        // count first: a client that has read the answer must find it counted
        bytes.addAndGet(sent);
        if (how != Fault.CUT) {
            answered.incrementAndGet();
        }
        byte[] block = ServiceBody.block(how == Fault.WRONG_BODY ? ~asked.key() : asked.key());
        for (long left = sent; left > 0; left -= block.length) {
            out.write(block, 0, (int) Math.min(left, block.length));
        }
        out.flush();
        return how != Fault.CUT;
    }

    /** Waits before the answer is written, so that a client's next request never counts beside its previous one. */
    private void await(long delayNanos, Fault how) throws InterruptedIOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            latch.pass();
            if (how == Fault.SILENT) {
                never.pass();
            }
            Thread.sleep(Duration.ofNanos(delayNanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the stub is closing");
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static boolean text(int status, String text, OutputStream out) throws IOException {
        head(status, text.length(), out);
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    private static void head(int status, long length, OutputStream out) throws IOException {
        // a 204 must not announce a body
        var announced = status == 204 ? EMPTY : "content-length: " + length + "\r\n";
        out.write(("HTTP/1.1 " + status + " Stub\r\n" + announced + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Closes all connections, also those with held requests. */
    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
        for (var socket : open) {
            socket.close();
        }
        threads.close();
    }
}
