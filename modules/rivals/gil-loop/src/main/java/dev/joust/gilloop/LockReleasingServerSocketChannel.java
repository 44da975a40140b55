package dev.joust.gilloop;

import dev.joust.blocking.RunLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;

/** A listening socket that releases the lock in each accept, as CPython's does. So do the sockets that it accepts. */
final class LockReleasingServerSocketChannel extends ServerSocketChannel implements SelectableByKey {
    private final LockReleasingSelectorProvider provider;
    private final ServerSocketChannel channel;
    private final RunLock lock;

    LockReleasingServerSocketChannel(
            LockReleasingSelectorProvider provider, ServerSocketChannel channel, RunLock lock) {
        super(provider);
        this.provider = provider;
        this.channel = channel;
        this.lock = lock;
    }

    @Override
    public SelectionKey registerWith(Selector selector, int operations, Object attachment) {
        try {
            return channel.register(selector, operations, attachment);
        } catch (ClosedChannelException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SocketChannel accept() throws IOException {
        SocketChannel accepted;
        lock.release();
        try {
            accepted = channel.accept();
        } finally {
            lock.acquire();
        }
        return accepted == null ? null : new LockReleasingSocketChannel(provider, accepted, lock);
    }

    // all else goes to the wrapped channel as it is

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) throws IOException {
        channel.bind(local, backlog);
        return this;
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
        channel.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return channel.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return channel.supportedOptions();
    }

    @Override
    public ServerSocket socket() {
        return channel.socket();
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        return channel.getLocalAddress();
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        channel.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) throws IOException {
        channel.configureBlocking(block);
    }
}
