package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.joust.compare.cli.ExitCode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code joust serve-model} as a process of its own. */
@Tag("long")
@EnabledOnOs(value = OS.LINUX, disabledReason = "it starts the program with 'env --default-signal', which only GNU has")
final class ServeModelIT {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNITS = 5;
    private static final int HALF_OPEN = 10_000;
    private static final int SPARE_FILES = 500;
    private static final int OK = 200;
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S+");

    @TempDir
    private Path folder;

    private JoustCommand joust;

    @BeforeEach
    void prepare() throws Exception {
        joust = new JoustCommand(folder)
                .by("setsid", "env", "--default-signal=INT")
                .with("DOCKER_HOST", "unix://" + folder.resolve("nobody"));
        joust.writeCallingScenario();
        Files.createSymbolicLink(
                folder.resolve("quarkus"),
                Path.of(System.getProperty("joust.home"), "quarkus").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vertx-loop", "platform-threads", "processes", "quarkus-virtual", "cpython-asyncio"})
    void itAnswersAnybodyUntilItIsStoppedAndThenTellsItsCounts(String model) throws Exception {
        try (var running = joust.start("serve-model", model, "calls", "--port", "0", "--profile", "quick")) {
            var url = url(running);
            try (var client = HttpClient.newHttpClient()) {
                for (int i = 0; i < UNITS; i++) {
                    var answer = client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
                    assertThat(answer.body()).matches("[0-9a-f]{16}\n");
                }
                running.signalGroup("INT");
                assertThat(running.awaitEnd()).isEqualTo(ExitCode.INTERRUPTED.number());
                assertThat(running.said())
                        .contains("s of CPU time, and counted:")
                        .containsPattern("requests-answered +5");
                assertThatThrownBy(() ->
                                client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString()))
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    /**
     * Each kind of front door. The connections stay open until the server has ended: 10,000 threads of CPython that are
     * woken at once wait for its lock with a timeout of 5 ms each. Measured, the server did not answer the referee
     * within 10 s, and once it did not end within 2 minutes.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vertx-loop",
                "reactor-loop",
                "virtual-threads",
                "platform-threads",
                "gil-threads",
                "processes",
                "quarkus-reactive",
                "cpython-threads",
                "cpython-asyncio",
                "cpython-processes"
            })
    void tenThousandHalfOpenConnectionsKeepNobodyOut(String model) throws Exception {
        assumeTrue(
                HALF_OPEN + SPARE_FILES <= openFiles(),
                "a process may have " + openFiles() + " open files here, and this needs " + (HALF_OPEN + SPARE_FILES));
        try (var running = joust.start("serve-model", model, "calls", "--port", "0", "--profile", "quick")) {
            var url = url(running);
            List<Socket> halfOpen = new ArrayList<>();
            try (var client = HttpClient.newHttpClient()) {
                for (int i = 0; i < HALF_OPEN; i++) {
                    halfOpen.add(halfOpen(url));
                }
                var asked = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
                var answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
                var other = HttpRequest.newBuilder(URI.create(url.toString().replaceAll("1$", "2")))
                        .timeout(PATIENCE)
                        .build();
                assertThat(client.send(other, HttpResponse.BodyHandlers.ofString())
                                .body())
                        .as("another unit has another answer")
                        .isNotEqualTo(answer.body());
                running.signal("TERM");
                assertThat(running.awaitEnd()).isEqualTo(ExitCode.TERMINATED.number());
                assertThat(running.said()).containsPattern("requests-answered +2");
            } finally {
                for (var socket : halfOpen) {
                    socket.close();
                }
            }
        }
    }

    /** A connection with the beginning of a request, which leaves no port behind when it is closed. */
    private static Socket halfOpen(URI url) throws IOException {
        var socket = new Socket();
        socket.setSoLinger(true, 0);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), Math.toIntExact(PATIENCE.toMillis()));
        socket.getOutputStream().write("GET /uni".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static long openFiles() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getMaxFileDescriptorCount();
    }

    /** Where it says that it answers. */
    private static URI url(RunningJoust running) {
        await().atMost(START_LIMIT)
                .until(() ->
                        URL.matcher(running.said()).find() || !running.process().isAlive());
        var found = URL.matcher(running.said());
        assertThat(found.find()).as(running.said()).isTrue();
        return URI.create(found.group());
    }

    @Test
    void aPortThatIsTakenIsOneLine() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var ended = joust.run(
                    "serve-model", "vertx-loop", "calls", "--profile", "quick", "--port", "" + taken.getLocalPort());
            assertThat(ended.status()).as(ended.said()).isEqualTo(ExitCode.USAGE.number());
            assertThat(ended.said()).contains("vertx-loop does not serve: ").contains("cannot listen on");
        }
    }
}
