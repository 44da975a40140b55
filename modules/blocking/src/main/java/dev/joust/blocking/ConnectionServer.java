package dev.joust.blocking;

import dev.joust.trial.Activity;
import dev.joust.trial.CounterNames;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Outcome;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import dev.joust.trial.UnitServer;
import dev.joust.trial.Work;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.io.CloseMode;

/**
 * The front door of models with a thread per connection: Apache HttpCore reads requests and writes answers, and the
 * thread of the connection runs the unit in between.
 *
 * <p>Under a lock the thread holds it while it parses, computes and writes an answer, and releases it around each
 * system call: to wait for the next request, to read and to write. So does a thread of CPython's {@code http.server}.
 */
public final class ConnectionServer implements UnitServer {
    private static final System.Logger LOG = System.getLogger(ConnectionServer.class.getName());
    private static final long PAUSE_NANOS = 10_000_000;
    private static final ContentType PLAIN_TEXT = ContentType.create("text/plain", StandardCharsets.UTF_8);
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(FrontDoor.MAX_HEAD)
            .setMaxHeaderCount(FrontDoor.MAX_HEAD / 64)
            .build();

    private final DefaultBHttpServerConnectionFactory connectionFactory =
            new DefaultBHttpServerConnectionFactory("http", LIMITS, null);
    private final FrontDoor door;
    private final ConnectionThreads threads;
    private final ServerSocket listening;
    private final HeadDeadlines deadlines;
    private final HttpProcessor headers;
    private final Set<DefaultBHttpServerConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private volatile boolean closed;

    /**
     * What runs on the threads.
     *
     * @param name of the model
     * @param factory makes the thread of a connection
     * @param lock that the threads run under
     * @param runUnit runs a unit on the thread that calls it, which holds the lock
     * @param interpreter is closed with the server
     * @param counters what {@link UnitServer#counters} returns, beside what the server counts
     * @param activity what {@link UnitServer#activity} returns
     */
    public record ConnectionThreads(
            String name,
            ThreadFactory factory,
            RunLock lock,
            Function<Work, Outcome> runUnit,
            StepInterpreter interpreter,
            Supplier<Map<String, Double>> counters,
            Supplier<Activity> activity) {

        /** Threads without a lock, which share nothing that is counted. */
        public static ConnectionThreads free(String name, ThreadFactory factory, StepInterpreter interpreter) {
            return new ConnectionThreads(
                    name, factory, RunLock.NONE, interpreter::run, interpreter, Map::of, () -> Activity.NONE);
        }
    }

    /**
     * Listens and accepts from now on.
     *
     * @param sharedPort whether other processes listen on the same port, between which the kernel spreads connections
     * @throws IOException when the address cannot be listened on; the message is the reason
     */
    public ConnectionServer(FrontDoor door, ConnectionThreads threads, boolean sharedPort) throws IOException {
        this.door = door;
        this.threads = threads;
        this.deadlines = new HeadDeadlines(threads.name() + "-deadlines", door.headLimit());
        this.headers = HttpProcessors.server(threads.name());
        this.listening = new LockReleasingServerSocket(threads.lock());
        try {
            listen(sharedPort);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void listen(boolean sharedPort) throws IOException {
        listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        if (sharedPort) {
            listening.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
        listening.bind(door.address(), door.backlog());
        Thread.ofPlatform().name(threads.name() + "-acceptor").daemon().start(this::acceptAll);
    }

    private void acceptAll() {
        threads.lock().acquire();
        try {
            while (!closed) {
                accept();
            }
        } finally {
            threads.lock().release();
        }
    }

    private void accept() {
        try {
            var socket = listening.accept();
            accepted.incrementAndGet();
            start(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no connection was accepted", e);
            threads.lock().release();
            LockSupport.parkNanos(PAUSE_NANOS); // without file descriptors left, each next call fails at once too
            threads.lock().acquire();
        }
    }

    private void start(Socket socket) throws IOException {
        try {
            threads.factory().newThread(() -> serve(socket)).start();
        } catch (OutOfMemoryError e) { // the system makes no more threads; those that end make room for others
            LOG.log(System.Logger.Level.DEBUG, "no thread for a connection", e);
            socket.close();
        }
    }

    private void serve(Socket socket) {
        threads.lock().acquire();
        try (socket;
                var connection = connectionFactory.createConnection(socket)) {
            socket.setTcpNoDelay(true);
            open.add(connection);
            var http = new HttpService(headers, handler(connection));
            try {
                while (!closed && connection.isOpen()) {
                    deadlines.begin(connection);
                    http.handleRequest(connection, HttpCoreContext.create());
                }
            } finally {
                deadlines.end(connection);
                open.remove(connection);
            }
        } catch (IOException | HttpException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection ended", e); // the client closed it, or broke the protocol
        } finally {
            threads.lock().release();
        }
    }

    private HttpServerRequestHandler handler(DefaultBHttpServerConnection connection) {
        return (request, trigger, context) -> {
            deadlines.end(connection);
            var response = new BasicClassicHttpResponse(HttpStatus.SC_OK);
            answer(request, response);
            if (request.getEntity() != null) {
                deadlines.begin(connection); // what sends the response reads the body to its end before
            }
            trigger.submitResponse(response);
        };
    }

    private void answer(ClassicHttpRequest request, ClassicHttpResponse response) {
        var reply =
                switch (door.requests().read(request.getMethod(), request.getPath())) {
                    case UnitRequest.Known(Work work) -> run(work);
                    case UnitRequest.Refused(UnitReply refused) -> refused;
                };
        response.setCode(reply.status());
        if (reply.status() == UnitRequests.NOT_ALLOWED) {
            response.setHeader(HttpHeaders.ALLOW, UnitRequests.METHOD);
        }
        response.setEntity(new StringEntity(reply.text() + "\n", PLAIN_TEXT));
    }

    private UnitReply run(Work work) {
        try {
            return door.requests().reply(threads.runUnit().apply(work));
        } catch (RuntimeException e) {
            return door.requests().failed(e);
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    @Override
    public Map<String, Double> counters() {
        var counters = new TreeMap<>(threads.counters().get());
        counters.putAll(door.requests().counters());
        counters.put(CounterNames.CONNECTIONS, (double) accepted.get());
        return counters;
    }

    @Override
    public Activity activity() {
        return threads.activity().get();
    }

    /** Closes the listening socket and every connection at once. A computation that has begun runs to its end. */
    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the listening socket could not be closed", e);
        }
        open.forEach(connection -> connection.close(CloseMode.IMMEDIATE));
        deadlines.close();
        threads.interpreter().close();
    }
}
