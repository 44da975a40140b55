package dev.joust.compare.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers requests for the files of a session, by name: nothing else of the folder, and no links. The folder may come
 * from a stranger, and a page of another site may send requests.
 *
 * @param bound the address that the server listens on
 * @param progress what the root shows while there is no report
 */
record ServedFiles(Path folder, InetAddress bound, Optional<Supplier<ProgressPage>> progress) implements HttpHandler {
    static final String REPORT = "report.html";

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry(REPORT, "text/html"),
            Map.entry("report.md", TEXT),
            Map.entry("report.json", JSON),
            Map.entry("junit.xml", "text/xml"),
            Map.entry("session.json", JSON),
            Map.entry("results.jsonl", TEXT),
            Map.entry("recalibrations.jsonl", TEXT),
            Map.entry("disturbances.jsonl", TEXT),
            Map.entry("fidelity.html", "text/html"),
            Map.entry("fidelity.md", TEXT),
            Map.entry("fidelity.json", JSON));
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-cache");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String IP_ADDRESS = "\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.%]+\\]";
    private static final int MAX_BODY_READ = 1 << 16;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readNBytes(MAX_BODY_READ);
            HEADERS.forEach(exchange.getResponseHeaders()::set);
            if (!isOurs(exchange.getRequestHeaders().getFirst("Host"))) {
                exchange.sendResponseHeaders(403, -1);
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
            } else {
                send(exchange);
            }
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/") && progress.isPresent() && !isServed(folder.resolve(REPORT))) {
            send(exchange, progress.get().get());
            return;
        }
        var name = path.equals("/") ? REPORT : path.replaceFirst("^/", "");
        var type = TYPES.get(name);
        if (type == null || !isServed(folder.resolve(name))) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        try (var in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            exchange.getResponseHeaders().set("Content-Type", type);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            in.transferTo(exchange.getResponseBody());
        }
    }

    private static void send(HttpExchange exchange, ProgressPage page) throws IOException {
        byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, html.length);
        exchange.getResponseBody().write(html);
    }

    static boolean isServed(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file);
    }

    /**
     * Whether the request names this server. A site can make its name resolve to this machine, and would then read the
     * answers. A server on every address is reached by any of the machine's addresses, but by no other name.
     */
    private boolean isOurs(String header) {
        if (header == null) {
            return false;
        }
        var host = header.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        return LOOPBACK.contains(host)
                || host.equals(bound.getHostAddress())
                || host.equals("[" + bound.getHostAddress() + "]")
                || bound.isAnyLocalAddress() && host.matches(IP_ADDRESS);
    }
}
