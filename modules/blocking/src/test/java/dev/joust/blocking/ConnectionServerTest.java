package dev.joust.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.blocking.ConnectionServer.ConnectionThreads;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitRequests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract of servers cannot reach: the ends that the system forces on this one. */
final class ConnectionServerTest {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int END = -1;

    @TempDir
    private Path folder;

    @Test
    void aConnectionThatGetsNoThreadIsClosedAndTheNextIsServed() throws Exception {
        var made = new AtomicInteger();
        ThreadFactory factory = task -> made.getAndIncrement() == 0 ? new NeverStarted() : daemon(task);
        try (var server = server("short-of-threads", 0, factory)) {
            try (var socket = connect(server)) {
                assertThat(socket.getInputStream().read()).isEqualTo(END);
            }
            try (var socket = connect(server)) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 404");
            }
        }
    }

    @Test
    void aPortThatIsTakenLeavesNoThread() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> server("refused", taken.getLocalPort(), ConnectionServerTest::daemon))
                    .isInstanceOf(IOException.class);
        }
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("refused-")));
    }

    private ConnectionServer server(String name, int port, ThreadFactory factory) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var door = new FrontDoor(address, 8, 8, Duration.ofSeconds(5), new UnitRequests(List.of()));
        var interpreter = new StepInterpreter(Setup.NOWHERE, 1, Tasks.body(folder), RunLock.NONE);
        return new ConnectionServer(door, ConnectionThreads.free(name, factory, interpreter), false);
    }

    private static Thread daemon(Runnable task) {
        return Thread.ofPlatform().daemon().unstarted(task);
    }

    private static Socket connect(ConnectionServer server) throws IOException {
        var socket = new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** A thread that the system has no room for. */
    private static final class NeverStarted extends Thread {
        @Override
        public void start() {
            throw new OutOfMemoryError("unable to create native thread");
        }
    }
}
