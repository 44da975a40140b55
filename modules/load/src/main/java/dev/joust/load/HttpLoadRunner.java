package dev.joust.load;

import dev.joust.scenario.Step;
import dev.joust.trial.Activity;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.HttpTarget;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Oracle;
import dev.joust.trial.Outcome;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends each unit as a request, and completes it with the answer. A unit waits for a connection, in order of arrival.
 * There is no pipelining and no second try: a request that fails is a unit that failed.
 */
final class HttpLoadRunner implements WorkRunner {
    private static final System.Logger LOG = System.getLogger(HttpLoadRunner.class.getName());
    private static final int OK = 200;
    private static final int DIGITS = 16;
    private static final int MAX_SHOWN = 120;
    private static final int CONNECT_LIMIT_MILLIS = 10_000;
    private static final int CLOSE_LIMIT_MILLIS = 1_500;

    /**
     * Servers close a connection that has nothing to do for longer than the head limit. The client closes it well
     * before: it never sends a request over a connection that the server closes at that moment.
     */
    private static final int IDLE_LIMIT_SECONDS = Math.toIntExact(FrontDoor.USUAL_HEAD_LIMIT.toSeconds() * 2 / 3);

    private static final int CLEANER_MILLIS = 1_000;

    private final Vertx vertx;
    private final Context context;
    private final HttpClient client;
    private final String base;
    private final CompletableFuture<Long> loop = new CompletableFuture<>();
    private final ClientConnections connections = new ClientConnections();

    HttpLoadRunner(HttpTarget target, int most) {
        base = target.base();
        System.setProperty("vertx.disableDnsResolver", "true"); // else Netty's DNS client is loaded
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        context = vertx.getOrCreateContext();
        context.runOnContext(_ -> loop.complete(Thread.currentThread().threadId()));
        client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setDefaultHost(target.host())
                        .setDefaultPort(target.port())
                        .setConnectTimeout(CONNECT_LIMIT_MILLIS)
                        .setKeepAlive(target.keepAlive())
                        .setKeepAliveTimeout(IDLE_LIMIT_SECONDS)
                        .setPipelining(false)
                        .setDecompressionSupported(false)
                        .setTcpNoDelay(true))
                .with(new PoolOptions()
                        .setHttp1MaxSize(most)
                        .setMaxWaitQueueSize(-1)
                        .setCleanerPeriod(CLEANER_MILLIS))
                .withConnectHandler(_ -> connections.open())
                .build();
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        var done = new CompletableFuture<Outcome>();
        context.runOnContext(_ -> client.request(HttpMethod.GET, base + UnitRequests.target(work))
                .compose(HttpClientRequest::send)
                .compose(response -> outcome(work, response))
                .onComplete(done::complete, error -> done.complete(failed(error))));
        return done;
    }

    private Outcome failed(Throwable error) {
        connections.fail(error);
        return new Outcome.Failed(reason(error));
    }

    /** A server warms itself. */
    @Override
    public int warm(KernelWarmUp warmUp) {
        return 0;
    }

    /** The loop of the clients, which limits the server where it has no time left. */
    @Override
    public Activity activity() {
        long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(loop.join());
        return new Activity(Map.of(Activity.LOOP_BUSY, (double) nanos), Map.of());
    }

    @Override
    public Map<String, Double> counters() {
        return connections.counters();
    }

    private static Future<Outcome> outcome(Work work, HttpClientResponse response) {
        return response.body().map(body -> outcome(work, response.statusCode(), body));
    }

    private static Outcome outcome(Work work, int status, Buffer body) {
        var text = body.toString().strip();
        if (status != OK) {
            return new Outcome.Failed(String.format(Locale.ROOT, "status %d: %s", status, shown(text)));
        }
        if (text.length() != DIGITS || !text.chars().allMatch(HexFormat::isHexDigit)) {
            return new Outcome.Failed("the answer is no digest: " + shown(text));
        }
        return new Outcome.Done(HexFormat.fromHexDigitsToLong(text), Oracle.calls(work), bytes(work));
    }

    /** What the server reads for this unit. The digest shows that it did. */
    private static long bytes(Work work) {
        return work.steps().stream()
                .filter(Step.Request.class::isInstance)
                .mapToLong(step -> ((Step.Request) step).length())
                .sum();
    }

    private static String shown(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }

    private static String reason(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "the clients did not close in time", e);
        }
    }
}
