package dev.joust.reactive;

import dev.joust.trial.FrontDoor;
import dev.joust.trial.WorkRunner;
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
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One event loop of a Vert.x instance, and one context on it. The loops of an instance share its HTTP client. */
final class VertxClient implements LoopClient {
    /** As many as an application gets that does not ask for another number. */
    static final int WORKER_THREADS = VertxOptions.DEFAULT_WORKER_POOL_SIZE;

    private final Vertx vertx;
    private final ContextInternal context;
    private final HttpClient http;

    private VertxClient(Vertx vertx, HttpClient http) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.http = http;
    }

    /** A Vert.x instance with a single loop. */
    static VertxClient start(URI service, int connections, Transport transport) {
        return start(service, connections, transport, 1).getFirst();
    }

    /** The loops of a new Vert.x instance. To close one of them closes all. */
    static List<VertxClient> start(URI service, int connections, Transport transport, int loops) {
        var vertx =
                Vertx.builder().with(options(loops)).withTransport(transport).build();
        var http = http(vertx, service, connections);
        // Vert.x gives each new context the next of its loops
        return Stream.generate(() -> new VertxClient(vertx, http)).limit(loops).toList();
    }

    private static HttpClient http(Vertx vertx, URI service, int connections) {
        return vertx.createHttpClient(
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

    private static VertxOptions options(int loops) {
        // The JDK resolves names, as for the other models; else Netty's DNS client is loaded. Vert.x has no option.
        System.setProperty("vertx.disableDnsResolver", "true");
        return new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setWorkerPoolSize(WORKER_THREADS)
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

    /** Opens an HTTP server on the loops of these clients, which are of one Vert.x instance. */
    static HttpDoor open(List<VertxClient> clients, FrontDoor door, WorkRunner runner) throws IOException {
        var loops = clients.stream().map(client -> client.context).toList();
        return VertxDoor.open(clients.getFirst().vertx, loops, door, runner);
    }

    /** Has a worker thread run this task, whatever other tasks of this loop are running. */
    void executeBlocking(Runnable task) {
        context.executeBlocking(Executors.callable(task), false);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
