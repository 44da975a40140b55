package dev.joust.reactive;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Vert.x with one event loop and one context on it. */
final class VertxClient implements LoopClient {
    private final Vertx vertx;
    private final ContextInternal context;
    private final HttpClient http;

    VertxClient(URI service, int connections, Transport transport) {
        vertx = Vertx.builder().with(options()).withTransport(transport).build();
        context = ((VertxInternal) vertx).createEventLoopContext();
        http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(service.getHost())
                        .setDefaultPort(service.getPort())
                        .setConnectTimeout(0)
                        .setKeepAliveTimeout(0)
                        .setPipelining(false)
                        .setDecompressionSupported(false)
                        .setTcpNoDelay(true),
                new PoolOptions()
                        .setHttp1MaxSize(connections)
                        .setMaxWaitQueueSize(-1)
                        .setCleanerPeriod(0));
    }

    private static VertxOptions options() {
        // The JDK resolves names, as for the other models; else Netty's DNS client is loaded. Vert.x has no option.
        System.setProperty("vertx.disableDnsResolver", "true");
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setUseDaemonThread(true)
                .setBlockedThreadCheckInterval(365)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    @Override
    public EventLoop loop() {
        return context.nettyEventLoop();
    }

    @Override
    public void get(String path, HttpReply reply) {
        context.dispatch(v -> http.request(HttpMethod.GET, path)
                .compose(HttpClientRequest::send)
                .onComplete(response -> read(response, reply), reply::fail));
    }

    private static void read(HttpClientResponse response, HttpReply reply) {
        reply.head(response.statusCode(), response.statusMessage());
        response.handler(
                piece -> reply.piece(((BufferInternal) piece).getByteBuf().nioBuffer()));
        response.end().onComplete(v -> reply.end(), reply::fail);
    }

    @Override
    public void sleep(Duration time, Runnable then) {
        context.dispatch(v -> vertx.timer(Math.max(1, time.toNanos()), TimeUnit.NANOSECONDS) // Vert.x refuses 0
                .onSuccess(fired -> then.run()));
    }

    @Override
    public void close() {
        vertx.close();
    }
}
