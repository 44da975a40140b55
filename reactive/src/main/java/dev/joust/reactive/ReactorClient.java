package dev.joust.reactive;

import dev.joust.trial.FrontDoor;
import dev.joust.trial.WorkRunner;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.Loggers;

/** Reactor Netty with one event loop, which is also Reactor's only scheduler. */
final class ReactorClient implements LoopClient {
    static {
        Loggers.useJdkLoggers(); // else Reactor prints on standard output, where a trial writes its messages
    }

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("reactor-loop", true), NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final Scheduler timers = Schedulers.fromExecutorService(loop);
    private final ConnectionProvider connections;
    private final HttpClient http;

    ReactorClient(URI service, int slots) {
        connections = ConnectionProvider.builder("reactor-loop")
                .maxConnections(slots)
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(Duration.ZERO)
                .build();
        // HTTP/1.1 is the default; to set it would load TLS and QUIC, with native parts. The resolver, the JDK's, is
        // set before the loop, else a DNS client is made first. Together that saves 870 of 3,870 classes at each start.
        http = HttpClient.create(connections)
                .resolver(DefaultAddressResolverGroup.INSTANCE)
                .runOn(useNative -> group, false)
                .keepAlive(true)
                .compress(false)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
                .option(ChannelOption.TCP_NODELAY, true)
                .baseUrl(service.toString());
    }

    /** Opens an HTTP server on this loop. */
    HttpDoor open(FrontDoor door, WorkRunner runner) throws IOException {
        return new ReactorDoor(group, door, runner);
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public void get(String path, HttpReply reply) {
        http.get()
                .uri(path)
                .response((response, body) -> {
                    reply.head(response.status().code(), response.status().reasonPhrase());
                    return body.doOnNext(piece -> reply.piece(piece.nioBuffer()));
                })
                .subscribe(piece -> {}, reply::fail, reply::end);
    }

    @Override
    public void sleep(Duration time, Runnable then) {
        Mono.delay(time, timers).subscribe(fired -> then.run());
    }

    @Override
    public void close() {
        connections.dispose();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
