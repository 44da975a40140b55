package dev.joust.compare.report;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves a session's folder over HTTP, read-only. The root is the report. */
public record ReportServer(HttpServer server) implements AutoCloseable {
    private static final String REPORT = "report.html";

    /**
     * Starts to serve a folder.
     *
     * @throws UsageException where the folder has no report, or the address cannot be bound
     */
    public static ReportServer start(Path folder, InetSocketAddress address) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("%s is not a folder".formatted(folder));
        }
        if (!Files.isReadable(folder.resolve(REPORT))) {
            throw new UsageException("%s has no report; write it with: joust report %s".formatted(folder, folder));
        }
        var files = SimpleFileServer.createFileHandler(folder.toAbsolutePath());
        var toReport = HttpHandlers.of(302, Headers.of("Location", "/" + REPORT), "");
        var root = HttpHandlers.handleOrElse(
                request -> request.getRequestURI().getPath().equals("/"), toReport, files);
        try {
            var server = HttpServer.create(address, 0, "/", root);
            server.start();
            return new ReportServer(server);
        } catch (IOException e) {
            throw new UsageException("cannot listen on %s:%s: %s; choose another address with --port or --bind"
                    .formatted(address.getHostString(), address.getPort(), e.getMessage()));
        }
    }

    /** The address for a browser on this machine. */
    public URI address() {
        var bound = server.getAddress();
        var host = bound.getAddress().isAnyLocalAddress() ? "localhost" : bound.getHostString();
        return URI.create("http://%s:%s".formatted(host.contains(":") ? "[" + host + "]" : host, bound.getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
