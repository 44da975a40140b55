package dev.joust.service;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection on which a test sends exact bytes, without a client library that corrects, retries or pools. */
final class Wire implements AutoCloseable {
    /** A missing response fails the test and does not hang the build. */
    private static final int READ_TIMEOUT_MILLIS = 30_000;

    /** The token of the service under test, as the build sets it. */
    static final String TOKEN = "token-of-the-tests";

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    record WireResponse(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.US_ASCII);
        }
    }

    WireResponse get(String target) throws IOException {
        return ask("GET", target);
    }

    WireResponse ask(String method, String target) throws IOException {
        send(method, target, "");
        return answer(method);
    }

    WireResponse reset(String token) throws IOException {
        request("POST", "/stats/reset", "joust-token: " + token + "\r\n", "");
        return answer("POST");
    }

    /** Resets with the token and the headers of a session that holds the service. */
    WireResponse hold(String session, int seconds) throws IOException {
        request(
                "POST",
                "/stats/reset",
                "joust-token: " + TOKEN + "\r\njoust-session: " + session + "\r\njoust-hold: " + seconds + "\r\n",
                "");
        return answer("POST");
    }

    void send(String method, String target, String body) throws IOException {
        String length = body.isEmpty() ? "" : "content-length: " + body.length() + "\r\n";
        request(method, target, length, body);
    }

    private void request(String method, String target, String header, String body) throws IOException {
        String request = method + " " + target + " HTTP/1.1\r\nhost: localhost\r\n" + header + "\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    WireResponse answer(String method) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] pair = header.split(": ", 2);
            headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
        }
        boolean bodiless = method.equals("HEAD") || status == 204;
        int length = bodiless ? 0 : Integer.parseInt(headers.get("content-length"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("body ended after " + body.length + " of " + length + " bytes");
        }
        return new WireResponse(status, headers, body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("connection ended within a line: " + line);
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }
}
