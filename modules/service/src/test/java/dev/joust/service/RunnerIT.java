package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the built jar as a child process. */
@Timeout(60)
final class RunnerIT {
    private static final Pattern READY = Pattern.compile("joust-service ready http://127\\.0\\.0\\.1:(\\d+)");
    private static final int SIGTERM_EXIT = 143;

    private Process process;
    private BufferedReader out;

    @AfterEach
    void leaveNothingBehind() throws Exception {
        process.destroyForcibly().waitFor();
    }

    @Test
    void printsItsAddressAndNothingElseAndExitsWithItsParent() throws Exception {
        start("-Djoust.parent=stdin");
        try (Wire wire = new Wire(readyPort())) {
            assertThat(wire.get("/call?key=" + Vectors.KEY).text()).isEqualTo(Vectors.START);
            wire.send("GET", "/call?delay=60s&key=" + Vectors.KEY, "");
            process.getOutputStream().close();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isZero();
        assertThat(out.readLine()).isNull();
    }

    @Test
    void exitsOnSigtermWithoutWaitingForOpenCalls() throws Exception {
        start();
        try (Wire wire = new Wire(readyPort())) {
            wire.send("GET", "/call?delay=60s&key=" + Vectors.KEY, "");
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isEqualTo(SIGTERM_EXIT);
    }

    @Test
    void ignoresStandardInputUnlessItBelongsToTheParent() throws Exception {
        start();
        process.getOutputStream().close();
        try (Wire wire = new Wire(readyPort())) {
            assertThat(wire.get("/call?delay=500ms&key=" + Vectors.KEY).text()).isEqualTo(Vectors.START);
        }
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void withoutATokenNobodyResetsItsCounts() throws Exception {
        start();
        try (Wire wire = new Wire(readyPort())) {
            Wire.WireResponse answer = wire.reset("");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).isEqualTo("nobody can reset the counts of a service without JOUST_SERVICE_TOKEN");
        }
    }

    @Test
    void theLimitOfConnectionsHolds() throws Exception {
        start("-Dquarkus.http.limits.max-connections=2");
        int port = readyPort();
        try (Wire first = new Wire(port);
                Wire second = new Wire(port)) {
            assertThat(first.get("/q/health").status()).isEqualTo(200);
            assertThat(second.get("/q/health").status()).isEqualTo(200);
            try (Wire third = new Wire(port)) {
                assertThatThrownBy(() -> third.get("/q/health")).isInstanceOf(IOException.class);
            }
            assertThat(first.get("/q/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aConnectionThatStaysIdleIsClosed() throws Exception {
        start("-Dquarkus.http.idle-timeout=1S");
        try (Wire wire = new Wire(readyPort())) {
            assertThat(wire.get("/q/health").status()).isEqualTo(200);
            assertThatThrownBy(() -> wire.answer("GET")).hasMessageContaining("connection ended");
        }
    }

    @Test
    void refusesAnUnknownKindOfParent() throws Exception {
        start("-Djoust.parent=stdni");
        assertThat(process.waitFor()).isEqualTo(64);
        assertThat(out.readLine()).isNull();
        assertThat(process.errorReader().lines()).contains("joust.parent must be stdin or none: joust.parent=stdni");
    }

    @Test
    void reportsATakenPortOnStandardErrorOnly() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            start("-Dquarkus.http.port=" + taken.getLocalPort());
            assertThat(process.waitFor()).isOne();
            assertThat(process.errorReader().readLine()).contains("Port " + taken.getLocalPort());
        }
        assertThat(out.readLine()).isNull();
    }

    private void start(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dquarkus.http.port=0");
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", System.getProperty("joust.service.runner")));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JOUST_SERVICE_TOKEN");
        process = builder.start();
        out = process.inputReader();
    }

    private int readyPort() throws IOException {
        String line = out.readLine();
        assertThat(line).matches(READY);
        Matcher ready = READY.matcher(line);
        assertThat(ready.matches()).isTrue();
        return Integer.parseInt(ready.group(1));
    }
}
