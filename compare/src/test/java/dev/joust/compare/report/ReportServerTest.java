package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportServerTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    private Path temporary;

    private Path session;

    @BeforeEach
    void aReport() throws IOException {
        session = Files.createDirectory(temporary.resolve("session"));
        Files.writeString(session.resolve("report.html"), "the page");
        Files.writeString(session.resolve("results.jsonl"), "the results");
        Files.writeString(temporary.resolve("secret"), "not of the session");
    }

    @Test
    void theRootIsTheReportAndTheFilesAreBesideIt() throws Exception {
        try (var server = ReportServer.start(session, ANY_PORT)) {
            var page = get(server, "/");
            assertThat(page.body()).isEqualTo("the page");
            assertThat(page.headers().firstValue("content-type")).hasValue("text/html");
            assertThat(get(server, "/results.jsonl").body()).isEqualTo("the results");
        }
    }

    @ParameterizedTest
    @CsvSource({"/no-such", "/../secret", "/%2e%2e/secret"})
    void nothingElseIsServed(String path) throws Exception {
        try (var server = ReportServer.start(session, ANY_PORT)) {
            assertThat(get(server, path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPortInUseIsNamed() {
        try (var first = ReportServer.start(session, ANY_PORT)) {
            var taken = first.server().getAddress();
            assertThatThrownBy(() -> ReportServer.start(session, taken))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("cannot listen on %s:%d: ", taken.getHostString(), taken.getPort());
        }
    }

    @Test
    void aServerOnEveryAddressIsReachedAtLocalhost() {
        try (var server = ReportServer.start(session, new InetSocketAddress("0.0.0.0", 0))) {
            assertThat(server.address()).hasHost("localhost");
        }
    }

    private static HttpResponse<String> get(ReportServer server, String path) throws Exception {
        try (var http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var request = HttpRequest.newBuilder(server.address().resolve(path)).build();
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
