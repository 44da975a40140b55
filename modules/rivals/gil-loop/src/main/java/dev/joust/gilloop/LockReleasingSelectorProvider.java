package dev.joust.gilloop;

import dev.joust.blocking.RunLock;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Opens selectors and sockets that release the lock. Its selectors accept no other channel that it opens. */
final class LockReleasingSelectorProvider extends SelectorProvider {
    private final SelectorProvider jdk = SelectorProvider.provider();
    private final RunLock lock;

    LockReleasingSelectorProvider(RunLock lock) {
        this.lock = lock;
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        return new LockReleasingSelector(this, jdk.openSelector(), lock);
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        return new LockReleasingSocketChannel(this, jdk.openSocketChannel(), lock);
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
        return new LockReleasingSocketChannel(this, jdk.openSocketChannel(family), lock);
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        return new LockReleasingServerSocketChannel(this, jdk.openServerSocketChannel(), lock);
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        return jdk.openDatagramChannel();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        return jdk.openDatagramChannel(family);
    }

    @Override
    public Pipe openPipe() throws IOException {
        return jdk.openPipe();
    }
}
