package dev.joust.gilloop;

import dev.joust.blocking.RunLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Set;

/**
 * A socket that releases the lock in each connect, read and write, as CPython's does, also when there is nothing to
 * read. To finish a connect does not release it: there asyncio asks for the socket's error, which does not block.
 */
final class LockReleasingSocketChannel extends SocketChannel implements SelectableByKey {
    private final SocketChannel channel;
    private final RunLock lock;

    LockReleasingSocketChannel(LockReleasingSelectorProvider provider, SocketChannel channel, RunLock lock) {
        super(provider);
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
    public boolean connect(SocketAddress remote) throws IOException {
        lock.release();
        try {
            return channel.connect(remote);
        } finally {
            lock.acquire();
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        lock.release();
        try {
            return channel.read(into);
        } finally {
            lock.acquire();
        }
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        lock.release();
        try {
            return channel.read(into, offset, length);
        } finally {
            lock.acquire();
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        lock.release();
        try {
            return channel.write(from);
        } finally {
            lock.acquire();
        }
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        lock.release();
        try {
            return channel.write(from, offset, length);
        } finally {
            lock.acquire();
        }
    }

    // all else goes to the wrapped channel as it is

    @Override
    public boolean finishConnect() throws IOException {
        return channel.finishConnect();
    }

    @Override
    public SocketChannel bind(SocketAddress local) throws IOException {
        channel.bind(local);
        return this;
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) throws IOException {
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
    public SocketChannel shutdownInput() throws IOException {
        channel.shutdownInput();
        return this;
    }

    @Override
    public SocketChannel shutdownOutput() throws IOException {
        channel.shutdownOutput();
        return this;
    }

    @Override
    public Socket socket() {
        return channel.socket();
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isConnectionPending() {
        return channel.isConnectionPending();
    }

    @Override
    public SocketAddress getRemoteAddress() throws IOException {
        return channel.getRemoteAddress();
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
