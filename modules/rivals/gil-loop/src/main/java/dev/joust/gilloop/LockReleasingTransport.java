package dev.joust.gilloop;

import dev.joust.blocking.RunLock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.transport.Transport;

/** The JDK's selector and sockets, as Vert.x uses them; all else that the loop does holds a lock. */
final class LockReleasingTransport extends NioTransport {
    private final RunLock lock;
    private final LockReleasingSelectorProvider provider;

    private LockReleasingTransport(RunLock lock) {
        this.lock = lock;
        this.provider = new LockReleasingSelectorProvider(lock);
    }

    /** A transport whose loops share this lock. */
    static Transport of(RunLock lock) {
        var transport = new LockReleasingTransport(lock);
        return new Transport() {
            @Override
            public String name() {
                return "lock-releasing-nio";
            }

            @Override
            public boolean available() {
                return true;
            }

            @Override
            public Throwable unavailabilityCause() {
                return null; // by contract, since it is available
            }

            @Override
            public io.vertx.core.spi.transport.Transport implementation() {
                return transport;
            }
        };
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        var nio = NioIoHandler.newFactory(provider);
        return loop -> new LockReleasingIoHandler(nio.newHandler(loop), lock);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return domainSocket ? super.channelFactory(true) : () -> new NioSocketChannel(provider);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return domainSocket ? super.serverChannelFactory(true) : () -> new NioServerSocketChannel(provider);
    }
}
