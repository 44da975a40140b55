package dev.joust.compare.report;

import com.sun.net.httpserver.HttpServer;
import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves the files of a session over HTTP, read-only. The root is the report. Each request has a thread of its own and
 * a limited time, so a slow reader delays nobody else.
 */
public record ReportServer(HttpServer server) implements AutoCloseable {
    private static final int MAX_REQUEST_SECONDS = 10;
    private static final int MAX_RESPONSE_SECONDS = 60;
    private static final int MAX_CONNECTIONS = 100;

    /**
     * Starts to serve a folder that has a report.
     *
     * @throws UsageException where the folder has no report, or the address cannot be bound
     */
    public static ReportServer start(Path folder, InetSocketAddress address) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(String.format(Locale.ROOT, "%s is not a folder", folder));
        }
        if (!ServedFiles.isServed(folder.resolve(ServedFiles.REPORT))) {
            throw new UsageException(
                    String.format(Locale.ROOT, "%s has no report; write it with: joust report %s", folder, folder));
        }
        return start(new ServedFiles(folder.toAbsolutePath(), address.getAddress(), Optional.empty()), address);
    }

    /**
     * Starts to serve a folder that will have a report, and need not exist yet.
     *
     * @param progress what the root shows until then
     * @throws UsageException where the address cannot be bound
     */
    public static ReportServer awaitReport(Path folder, InetSocketAddress address, Supplier<ProgressPage> progress) {
        return start(new ServedFiles(folder.toAbsolutePath(), address.getAddress(), Optional.of(progress)), address);
    }

    private static ReportServer start(ServedFiles files, InetSocketAddress address) {
        limitRequests();
        try {
            var server = HttpServer.create(address, 0);
            server.createContext("/", files);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new ReportServer(server);
        } catch (IOException e) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "cannot listen on %s:%s: %s; choose another address with --port or --bind",
                    address.getHostString(),
                    address.getPort(),
                    e.getMessage()));
        }
    }

    /** The JDK's server reads its limits once, before the first server. */
    private static void limitRequests() {
        System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(MAX_REQUEST_SECONDS));
        System.setProperty("sun.net.httpserver.maxRspTime", Integer.toString(MAX_RESPONSE_SECONDS));
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MAX_CONNECTIONS));
    }

    /** The address for a browser on this machine. */
    public URI address() {
        var bound = server.getAddress();
        var host = bound.getAddress().isAnyLocalAddress() ? "localhost" : bound.getHostString();
        return URI.create(String.format(
                Locale.ROOT, "http://%s:%s", host.contains(":") ? "[" + host + "]" : host, bound.getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
        ((ExecutorService) server.getExecutor()).shutdownNow();
    }
}
