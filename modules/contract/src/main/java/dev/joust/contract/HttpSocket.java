package dev.joust.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** A connection to a server, over which a test sends what it likes. */
final class HttpSocket implements AutoCloseable {
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "content-length:";

    private final Socket socket;

    /** @param patience the longest wait for one byte, after which a read fails */
    HttpSocket(InetSocketAddress address, Duration patience) throws IOException {
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Whether the connection still takes this text. */
    boolean accepts(String text) {
        try {
            send(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads one answer, to the end of its body; empty where the connection ends before. */
    String answer() throws IOException {
        var in = socket.getInputStream();
        var text = new StringBuilder();
        int end = -1;
        while (end < 0 || text.length() < end) {
            int next = in.read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
            if (end < 0 && text.toString().endsWith(END_OF_HEAD)) {
                end = text.length() + length(text.toString());
            }
        }
        return text.toString();
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(LENGTH))
                .mapToInt(
                        line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
                .findFirst()
                .orElse(0);
    }

    /** Reads to the end of the connection, also where the server resets it. A timeout fails. */
    void awaitEnd() throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException e) {
            // a reset is an end too; a timeout is another exception
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
