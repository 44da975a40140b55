package dev.joust.gilloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.IllegalSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LockReleasingChannelsTest {
    private final CountingRunLock gate = new CountingRunLock();
    private final LockReleasingSelectorProvider provider = new LockReleasingSelectorProvider(gate);
    private final ByteBuffer buffer = ByteBuffer.allocate(8);
    private ServerSocket server;
    private SocketChannel channel;
    private Selector selector;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        channel = provider.openSocketChannel();
        selector = provider.openSelector();
    }

    @AfterEach
    void close() throws IOException {
        selector.close();
        channel.close();
        server.close();
    }

    @Test
    void eachConnectReadAndWriteGivesTheLockUpOnce() throws IOException {
        channel.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        assertThat(gate.releases()).as("connect").isEqualTo(1);
        try (var peer = server.accept()) {
            channel.write(buffer);
            assertThat(gate.releases()).as("write").isEqualTo(1);
            channel.write(new ByteBuffer[] {buffer.rewind(), ByteBuffer.allocate(1)});
            assertThat(gate.releases()).as("write of two").isEqualTo(1);
            peer.getOutputStream().write(new byte[2]);
            channel.read(buffer.clear().limit(1));
            assertThat(gate.releases()).as("read").isEqualTo(1);
            channel.read(new ByteBuffer[] {buffer.clear(), ByteBuffer.allocate(1)});
            assertThat(gate.releases()).as("read of two").isEqualTo(1);
        }
    }

    @Test
    void aReadOfNothingGivesTheLockUpToo() throws IOException {
        try (var peer = connected()) {
            assertThat(peer.isConnected()).isTrue();
            assertThat(channel.read(buffer)).isZero();
            assertThat(gate.releases()).isEqualTo(1);
        }
    }

    @Test
    void aReadThatFailsLeavesTheLockHeld() throws IOException {
        connected().close();
        channel.close();
        assertThatThrownBy(() -> channel.read(buffer)).isInstanceOf(IOException.class);
        assertThat(gate.releases()).isEqualTo(1);
    }

    @Test
    void eachSelectGivesTheLockUpAlsoOneThatDoesNotWait() throws IOException {
        selector.selectNow();
        assertThat(gate.releases()).isEqualTo(1);
        selector.select(1);
        assertThat(gate.releases()).isEqualTo(1);
        selector.wakeup().select();
        assertThat(gate.releases()).isEqualTo(1);
    }

    @Test
    void aSocketThatIsReadyIsSelectedAndForgottenWhenItCloses() throws IOException {
        try (var peer = connected()) {
            var key = channel.register(selector, SelectionKey.OP_READ, "mine");
            peer.getOutputStream().write(1);
            selector.select();
            assertThat(selector.selectedKeys()).containsExactly(key);
            assertThat(key.attachment()).isEqualTo("mine");
            channel.close();
            selector.selectNow();
            assertThat(selector.keys()).isEmpty();
        }
    }

    @Test
    void anyOtherChannelIsRefused() throws IOException {
        try (var pipe = provider.openPipe().source()) {
            pipe.configureBlocking(false);
            assertThatThrownBy(() -> pipe.register(selector, SelectionKey.OP_READ))
                    .isInstanceOf(IllegalSelectorException.class);
        }
    }

    private Socket connected() throws IOException {
        channel.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        channel.configureBlocking(false);
        gate.releases();
        return server.accept();
    }
}
