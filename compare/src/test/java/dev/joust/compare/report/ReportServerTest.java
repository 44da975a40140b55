package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        Files.writeString(session.resolve("notes.txt"), "no file of Joust");
        Files.createDirectory(session.resolve("scratch"));
        Files.writeString(session.resolve("scratch").resolve("read-1"), "x");
        Files.createSymbolicLink(session.resolve("report.md"), temporary.resolve("secret"));
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
    @CsvSource({"/no-such", "/../secret", "/%2e%2e/secret", "/notes.txt", "/scratch/read-1", "/report.md"})
    void nothingElseIsServed(String path) throws Exception {
        try (var server = ReportServer.start(session, ANY_PORT)) {
            assertThat(get(server, path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aReportThatIsALinkIsNotServed() throws IOException {
        Files.delete(session.resolve("report.html"));
        Files.createSymbolicLink(session.resolve("report.html"), temporary.resolve("secret"));
        assertThatThrownBy(() -> ReportServer.start(session, ANY_PORT))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("has no report");
    }

    @Test
    void beforeTheReportTheRootIsTheProgressAndThenTheReport() throws Exception {
        var coming = temporary.resolve("coming");
        try (var server = ReportServer.awaitReport(coming, ANY_PORT, () -> new ProgressPage("a <b> runs", "3 of 9"))) {
            var page = get(server, "/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("content-type")).hasValue("text/html");
            assertThat(page.headers().firstValue("content-security-policy")).isPresent();
            assertThat(page.body())
                    .contains("<meta http-equiv=\"refresh\" content=\"10\">", "a &lt;b&gt; runs", "3 of 9")
                    .doesNotContain("<script", "src=");
            assertThat(get(server, "/report.html").statusCode()).isEqualTo(404);

            Files.createDirectory(coming);
            Files.writeString(coming.resolve("report.html"), "the page");
            assertThat(get(server, "/").body()).isEqualTo("the page");
        }
    }

    @Test
    void aReportThatIsALinkIsNotServedAfterTheProgress() throws Exception {
        Files.delete(session.resolve("report.html"));
        Files.createSymbolicLink(session.resolve("report.html"), temporary.resolve("secret"));
        try (var server = ReportServer.awaitReport(session, ANY_PORT, () -> new ProgressPage("it runs", "3 of 9"))) {
            assertThat(get(server, "/").body()).contains("it runs").doesNotContain("not of the session");
        }
    }

    @Test
    void anAnswerSaysWhatABrowserMayDoWithIt() throws Exception {
        try (var server = ReportServer.start(session, ANY_PORT)) {
            var headers = get(server, "/").headers();
            assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(headers.firstValue("content-security-policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, 200",
        "LOCALHOST, 200",
        "127.0.0.1, 200",
        "[::1]:1, 200",
        "evil.example, 403",
        "localhost.evil.example, 403",
        "192.0.2.1, 403",
    })
    void aRequestMustNameThisServer(String host, int status) throws Exception {
        try (var server = ReportServer.start(session, ANY_PORT)) {
            assertThat(statusOf(server, "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .isEqualTo(status);
        }
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        try (var server = ReportServer.start(session, ANY_PORT)) {
            assertThat(statusOf(server, "DELETE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .isEqualTo(405);
        }
    }

    @Test
    @Timeout(5)
    void aSlowReaderDelaysNobodyElse() throws Exception {
        try (var server = ReportServer.start(session, ANY_PORT);
                var slow = new Socket(
                        server.server().getAddress().getAddress(),
                        server.address().getPort())) {
            slow.getOutputStream().write("GET / HTTP/1.1\r\nHost: lo".getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            for (int i = 0; i < 3; i++) {
                assertThat(get(server, "/").body()).isEqualTo("the page");
            }
        }
    }

    private static int statusOf(ReportServer server, String request) throws IOException {
        try (var socket = new Socket(
                server.server().getAddress().getAddress(), server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
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
