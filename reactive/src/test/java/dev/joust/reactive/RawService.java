package dev.joust.reactive;

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
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers requests with the bytes that a test writes. Has a virtual thread per connection. */
final class RawService implements AutoCloseable {
    private final ServerSocket server;
    private final Responder responder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    interface Responder {
        /**
         * Writes the answer to this path and query. The connection's first request has n = 1. False resets the
         * connection.
         */
        boolean write(String path, int n, OutputStream out) throws IOException, InterruptedException;
    }

    RawService(Responder responder) {
        this.responder = responder;
        try {
            server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    static byte[] ok(String body) {
        return response("200 OK", body);
    }

    static byte[] response(String status, String body) {
        return String.format(Locale.ROOT, "HTTP/1.1 %s\r\ncontent-length: %d\r\n\r\n%s", status, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Void accept() throws IOException {
        while (true) {
            var socket = server.accept();
            threads.submit(() -> serve(socket));
        }
    }

    private Void serve(Socket socket) throws IOException, InterruptedException {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            int n = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var path = line.split(" ")[1];
                while (!in.readLine().isEmpty()) {}
                if (!responder.write(path, ++n, socket.getOutputStream())) {
                    socket.setSoLinger(true, 0); // makes the close a reset
                    return null;
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
