package dev.joust.reactive;

import dev.joust.trial.FrontDoor;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Reactor Netty's HTTP server on the one loop of a model, which also accepts the connections. */
final class ReactorDoor implements HttpDoor {
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

    private final FrontDoor door;
    private final WorkRunner runner;
    private final AtomicLong accepted = new AtomicLong();
    private final DisposableServer server;

    /** @throws IOException when the address cannot be listened on */
    ReactorDoor(EventLoopGroup loop, FrontDoor door, WorkRunner runner) throws IOException {
        this.door = door;
        this.runner = runner;
        try {
            this.server = HttpServer.create()
                    .runOn(useNative -> loop, false)
                    .bindAddress(door::address)
                    .option(ChannelOption.SO_BACKLOG, door.backlog())
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .compress(false)
                    .idleTimeout(door.headLimit())
                    .requestTimeout(door.headLimit())
                    .httpRequestDecoder(decoder ->
                            decoder.maxInitialLineLength(FrontDoor.MAX_HEAD).maxHeaderSize(FrontDoor.MAX_HEAD))
                    .doOnChannelInit(
                            (_, _, _) -> accepted.incrementAndGet()) // doOnConnection is called for each request
                    .handle(this::handle)
                    .bindNow();
        } catch (RuntimeException e) { // Reactor Netty has no other
            throw new IOException("cannot listen on " + door.address() + ": " + e.getMessage(), e);
        }
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return switch (door.requests().read(request.method().name(), request.uri())) {
            case UnitRequest.Known(Work work) ->
                Mono.fromCompletionStage(() -> runner.run(work))
                        .map(door.requests()::reply)
                        .onErrorResume(error -> Mono.just(door.requests().failed(error)))
                        .flatMap(reply -> answer(response, reply));
            case UnitRequest.Refused(UnitReply reply) -> answer(response, reply);
        };
    }

    private static Mono<Void> answer(HttpServerResponse response, UnitReply reply) {
        if (reply.status() == UnitRequests.NOT_ALLOWED) {
            response.header(HttpHeaderNames.ALLOW, UnitRequests.METHOD);
        }
        return response.status(reply.status())
                .header(HttpHeaderNames.CONTENT_TYPE, UnitRequests.CONTENT_TYPE)
                .sendString(Mono.just(reply.text() + "\n"))
                .then();
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) server.address();
    }

    @Override
    public Map<String, Double> counters() {
        return HttpDoor.counters(door, accepted.get());
    }

    @Override
    public void close() {
        server.disposeNow(CLOSE_LIMIT);
    }
}
