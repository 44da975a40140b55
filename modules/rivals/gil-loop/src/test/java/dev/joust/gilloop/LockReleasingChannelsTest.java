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
    private final CountingRunLock lock = new CountingRunLock();
    private final LockReleasingSelectorProvider provider = new LockReleasingSelectorProvider(lock);
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
    void eachConnectReadAndWriteReleasesTheLockOnce() throws IOException {
        channel.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        assertThat(lock.releases()).as("connect").isEqualTo(1);
        try (var peer = server.accept()) {
            channel.write(buffer);
            assertThat(lock.releases()).as("write").isEqualTo(1);
            channel.write(new ByteBuffer[] {buffer.rewind(), ByteBuffer.allocate(1)});
            assertThat(lock.releases()).as("write of two").isEqualTo(1);
            peer.getOutputStream().write(new byte[2]);
            channel.read(buffer.clear().limit(1));
            assertThat(lock.releases()).as("read").isEqualTo(1);
            channel.read(new ByteBuffer[] {buffer.clear(), ByteBuffer.allocate(1)});
            assertThat(lock.releases()).as("read of two").isEqualTo(1);
        }
    }

    @Test
    void aReadOfNothingReleasesTheLockToo() throws IOException {
        try (var peer = connected()) {
            assertThat(peer.isConnected()).isTrue();
            assertThat(channel.read(buffer)).isZero();
            assertThat(lock.releases()).isEqualTo(1);
        }
    }

    @Test
    void aReadThatFailsTakesTheLockBack() throws IOException {
        connected().close();
        channel.close();
        assertThatThrownBy(() -> channel.read(buffer)).isInstanceOf(IOException.class);
        assertThat(lock.releases()).isEqualTo(1);
    }

    @Test
    void eachSelectReleasesTheLockEvenIfItDoesNotWait() throws IOException {
        selector.selectNow();
        assertThat(lock.releases()).isEqualTo(1);
        selector.select(1);
        assertThat(lock.releases()).isEqualTo(1);
        selector.wakeup().select();
        assertThat(lock.releases()).isEqualTo(1);
    }

    @Test
    void aReadySocketIsSelectedAndItsKeyIsRemovedWhenItCloses() throws IOException {
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
    void aSelectorRefusesAnyOtherChannel() throws IOException {
        try (var pipe = provider.openPipe().source()) {
            pipe.configureBlocking(false);
            assertThatThrownBy(() -> pipe.register(selector, SelectionKey.OP_READ))
                    .isInstanceOf(IllegalSelectorException.class);
        }
    }

    private Socket connected() throws IOException {
        channel.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        channel.configureBlocking(false);
        lock.releases();
        return server.accept();
    }
}
