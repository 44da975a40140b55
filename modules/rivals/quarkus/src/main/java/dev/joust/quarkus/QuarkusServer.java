package dev.joust.quarkus;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.RunLock;
import dev.joust.trial.Activity;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.UnitServer;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The application as a server. A process has one, so what its beans need is static. */
final class QuarkusServer implements UnitServer {
    private static final long START_LIMIT_SECONDS = 60;
    private static final long CLOSE_LIMIT_MILLIS = 1_500;

    /** What the endpoints need: set before the application starts. */
    private static volatile Needs needs;

    private static final CompletableFuture<HttpServer> STARTED = new CompletableFuture<>();
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    private final String base;
    private final InetSocketAddress address;

    /**
     * The sizes that an application would set; 0: Quarkus chooses.
     *
     * @param loops event loops
     * @param workers the most threads of the worker pool
     */
    record PoolSizes(int loops, int workers) {}

    /** What the endpoints need. */
    record Needs(UnitRequests requests, TimedTask task) {}

    private QuarkusServer(String base, InetSocketAddress address) {
        this.base = base;
        this.address = address;
    }

    static Needs needs() {
        return needs;
    }

    /**
     * Starts the application.
     *
     * @param base the path of the endpoint, which is its kind
     */
    static QuarkusServer start(String base, Setup setup, FrontDoor door, PoolSizes sizes) throws IOException {
        needs = new Needs(door.requests(), new TimedTask(new LockedTask(setup.body(), RunLock.NONE)));
        configure(setup, door, sizes);
        Thread.ofPlatform().name("quarkus").daemon().start(() -> {
            Quarkus.run(App.class, (status, error) -> ENDED.countDown());
            ENDED.countDown();
        });
        try {
            int port = STARTED.get(START_LIMIT_SECONDS, TimeUnit.SECONDS).getPort();
            return new QuarkusServer(
                    "/" + base, new InetSocketAddress(door.address().getAddress(), port));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Quarkus starts", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Quarkus did not start: " + e, e);
        }
    }

    private static void configure(Setup setup, FrontDoor door, PoolSizes sizes) {
        set("quarkus.http.host", door.address().getAddress().getHostAddress());
        set("quarkus.http.port", door.address().getPort());
        set("quarkus.http.accept-backlog", door.backlog());
        set("quarkus.http.limits.max-initial-line-length", FrontDoor.MAX_HEAD);
        set("quarkus.http.limits.max-header-size", FrontDoor.MAX_HEAD);
        set("quarkus.http.idle-timeout", door.headLimit().toSeconds() + "s");
        set("quarkus.rest-client.service.url", setup.service());
        set("quarkus.rest-client.service.connection-pool-size", door.connections());
        set("quarkus.rest-client.service.read-timeout", 0);
        if (sizes.loops() > 0) {
            set("quarkus.vertx.event-loops-pool-size", sizes.loops());
        }
        if (sizes.workers() > 0) {
            set("quarkus.thread-pool.max-threads", sizes.workers());
        }
    }

    private static void set(String name, Object value) {
        System.setProperty(name, value.toString());
    }

    /** The application: it runs until it is told to exit. */
    public static final class App implements QuarkusApplication {
        private final HttpServer server;

        @Inject
        App(HttpServer server) {
            this.server = server;
        }

        @Override
        public int run(String... arguments) {
            STARTED.complete(server);
            Quarkus.waitForExit();
            return 0;
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public String base() {
        return base;
    }

    @Override
    public Map<String, Double> counters() {
        return needs.requests().counters();
    }

    @Override
    public Activity activity() {
        return needs.task().activity();
    }

    @Override
    public void close() {
        Quarkus.asyncExit(0);
        try {
            ENDED.await(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
