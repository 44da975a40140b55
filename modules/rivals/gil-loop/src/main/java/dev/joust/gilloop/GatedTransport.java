package dev.joust.gilloop;

import dev.joust.blocking.Gate;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.transport.Transport;

/** The JDK's selector and sockets, as Vert.x uses them, with a lock around all else that the loop does. For clients alone. */
final class GatedTransport extends NioTransport {
    private final Gate gate;
    private final GatedSelectorProvider provider;

    private GatedTransport(Gate gate) {
        this.gate = gate;
        this.provider = new GatedSelectorProvider(gate);
    }

    /** A transport whose loops share that lock. */
    static Transport of(Gate gate) {
        var transport = new GatedTransport(gate);
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
        return loop -> new GatedIoHandler(nio.newHandler(loop), gate);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return domainSocket ? super.channelFactory(true) : () -> new NioSocketChannel(provider);
    }
}
