package dev.joust.gilloop;

import dev.joust.blocking.RunLock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.transport.Transport;

/** The JDK's selector and sockets, as Vert.x uses them, with a lock around all else that the loop does. For clients alone. */
final class LockReleasingTransport extends NioTransport {
    private final RunLock gate;
    private final LockReleasingSelectorProvider provider;

    private LockReleasingTransport(RunLock gate) {
        this.gate = gate;
        this.provider = new LockReleasingSelectorProvider(gate);
    }

    /** A transport whose loops share that lock. */
    static Transport of(RunLock gate) {
        var transport = new LockReleasingTransport(gate);
        return new Transport() {
            @Override
            public String name() {
                return "gated-nio";
            }

            @Override
            public boolean available() {
                return true;
            }

            @Override
            public Throwable unavailabilityCause() {
                return null; // by its contract: it is available
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
        return loop -> new LockReleasingIoHandler(nio.newHandler(loop), gate);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return domainSocket ? super.channelFactory(true) : () -> new NioSocketChannel(provider);
    }
}
