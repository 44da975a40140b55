package dev.joust.blocking;

import dev.joust.trial.ServiceBody;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Queue;
import java.util.Scanner;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A service on the loopback interface that answers each request as the test's script says. */
final class ScriptedService implements AutoCloseable {
    private static final Pattern ASKED = Pattern.compile("bytes=(\\d+)&key=([0-9a-f]{16})");

    private final ServerSocket listening;
    private final Script script;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    final Queue<String> heads = new ConcurrentLinkedQueue<>();

    /** Answers one request. An exception closes the connection. */
    interface Script {
        void answer(String path, OutputStream out) throws Exception;
    }

    ScriptedService(Script script) throws IOException {
        this.script = script;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers right, in one write. */
    static void answerRight(String path, OutputStream out) throws IOException {
        out.write(answer("200 OK", body(path)));
    }

    static byte[] body(String path) {
        var asked = ASKED.matcher(path);
        asked.find();
        byte[] block = ServiceBody.block(HexFormat.fromHexDigitsToLong(asked.group(2)));
        byte[] body = new byte[Integer.parseInt(asked.group(1))];
        for (int i = 0; i < body.length; i++) {
            body[i] = block[i % block.length];
        }
        return body;
    }

    static byte[] answer(String status, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] answer = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, answer, head.length, body.length);
        return answer;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            sockets.clear(); // closed at the end of the test
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var requests =
                        new Scanner(socket.getInputStream(), StandardCharsets.US_ASCII).useDelimiter("\r\n\r\n")) {
            while (requests.hasNext()) {
                var head = requests.next();
                heads.add(head);
                script.answer(head.split(" ")[1], socket.getOutputStream());
            }
        } catch (Exception e) {
            heads.add("closed: " + e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
