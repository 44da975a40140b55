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

/** Opens selectors and sockets that give the lock up. Nothing else that it opens can be registered with them. */
final class LockReleasingSelectorProvider extends SelectorProvider {
    private final SelectorProvider jdk = SelectorProvider.provider();
    private final RunLock gate;

    LockReleasingSelectorProvider(RunLock gate) {
        this.gate = gate;
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        return new LockReleasingSelector(this, jdk.openSelector(), gate);
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        return new LockReleasingSocketChannel(this, jdk.openSocketChannel(), gate);
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
        return new LockReleasingSocketChannel(this, jdk.openSocketChannel(family), gate);
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        return jdk.openServerSocketChannel();
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
