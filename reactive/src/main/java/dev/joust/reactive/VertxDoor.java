package dev.joust.reactive;

import dev.joust.trial.FrontDoor;
import dev.joust.trial.Outcome;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Vert.x's HTTP server on the loops of a model. A connection keeps the loop that it is given. Vert.x takes connections
 * out of the backlog on a thread of its own; every request is read, run and answered on the loops.
 */
final class VertxDoor implements HttpDoor {
    private static final long LISTEN_LIMIT_MILLIS = 10_000;
    private static final long ROUND_MILLIS = 1_000;

    private final FrontDoor door;
    private final WorkRunner runner;
    private final List<HttpServer> servers = new ArrayList<>();
    private final Map<HttpConnection, Long> waiting = new ConcurrentHashMap<>();
    private final AtomicLong accepted = new AtomicLong();
    private InetSocketAddress address;

    private VertxDoor(FrontDoor door, WorkRunner runner) {
        this.door = door;
        this.runner = runner;
        this.address = door.address();
    }

    /**
     * Listens on these loops of one Vert.x instance.
     *
     * @throws IOException when the address cannot be listened on
     */
    static VertxDoor open(Vertx vertx, List<? extends Context> loops, FrontDoor door, WorkRunner runner)
            throws IOException {
        var opened = new VertxDoor(door, runner);
        for (var loop : loops) {
            opened.listen(vertx, loop);
        }
        vertx.setPeriodic(ROUND_MILLIS, _ -> opened.closeLate());
        return opened;
    }

    /** The servers of several loops listen on the same port, and Vert.x spreads connections over them in turn. */
    private void listen(Vertx vertx, Context loop) throws IOException {
        var server = vertx.createHttpServer(options())
                .connectionHandler(this::accept)
                .requestHandler(this::handle);
        var listening = new CompletableFuture<HttpServer>();
        loop.runOnContext(_ -> server.listen(sharedPort(), address.getHostString())
                .onComplete(listening::complete, listening::completeExceptionally));
        try {
            listening.get(LISTEN_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the server listened", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
        }
        servers.add(server);
        address = new InetSocketAddress(address.getAddress(), server.actualPort());
    }

    /** Servers that listen on the port -1 share one that the system chooses. */
    private int sharedPort() {
        return door.address().getPort() == 0 ? -1 : door.address().getPort();
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setAcceptBacklog(door.backlog())
                .setTcpNoDelay(true)
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(false)
                .setMaxInitialLineLength(FrontDoor.MAX_HEAD)
                .setMaxHeaderSize(FrontDoor.MAX_HEAD);
    }

    private void accept(HttpConnection connection) {
        accepted.incrementAndGet();
        waiting.put(connection, System.nanoTime());
        connection.closeHandler(_ -> waiting.remove(connection));
    }

    private void handle(HttpServerRequest request) {
        waiting.remove(request.connection());
        switch (door.requests().read(request.method().name(), request.uri())) {
            case UnitRequest.Known(Work work) ->
                runner.run(work).whenComplete((outcome, error) -> answer(request, reply(outcome, error)));
            case UnitRequest.Refused(UnitReply reply) -> answer(request, reply);
        }
    }

    private UnitReply reply(Outcome outcome, Throwable error) {
        return error == null ? door.requests().reply(outcome) : door.requests().failed(error);
    }

    private void answer(HttpServerRequest request, UnitReply reply) {
        waiting.put(request.connection(), System.nanoTime());
        if (reply.status() == UnitRequests.NOT_ALLOWED) {
            request.response().putHeader(HttpHeaders.ALLOW, UnitRequests.METHOD);
        }
        request.response()
                .setStatusCode(reply.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, UnitRequests.CONTENT_TYPE)
                .end(reply.text() + "\n");
    }

    /** Closes connections that wait too long for the whole head of a request, also those that send it byte by byte. */
    private void closeLate() {
        long now = System.nanoTime();
        waiting.forEach((connection, since) -> {
            if (now - since > door.headLimit().toNanos() && waiting.remove(connection, since)) {
                connection.close();
            }
        });
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Map<String, Double> counters() {
        return HttpDoor.counters(door, accepted.get());
    }

    /** With the loops, which the runner closes next, the connections end. */
    @Override
    public void close() {
        servers.forEach(HttpServer::close);
    }
}
