package dev.joust.blocking;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache HttpClient, set up so that one request is exactly one request: no retries, redirects, cookies, content coding
 * or protocol upgrade, and no check of an idle connection before use.
 *
 * <p>Each thread has at most one request at a time, and there is one connection per thread. So a thread never waits for
 * a connection while it holds the model's lock. The pool's own lock is never held across a system call.
 *
 * <p>The first request makes the HTTP client, with the model's lock released: that loads several hundred classes, which
 * a workload without requests must not pay for.
 */
final class BlockingServiceClient implements AutoCloseable {
    private final URI service;
    private final int connections;
    private final RunLock lock;
    private volatile Connected connected;
    private boolean closed; // guarded by this

    private record Connected(CloseableHttpClient client, HttpHost target) {}

    BlockingServiceClient(URI service, int connections, RunLock lock) {
        if (!"http".equals(service.getScheme())) {
            throw new IllegalArgumentException("the service must speak plain http: " + service);
        }
        this.service = service;
        this.connections = connections;
        this.lock = lock;
    }

    /**
     * The digest of the body of one response.
     *
     * @throws IOException unless the response has status 200 and a body of this length; the message is the reason
     */
    BodyDigest get(String path, long bytes) throws IOException {
        var http = connected();
        var request = new BasicClassicHttpRequest(Method.GET, http.target(), service.getRawPath() + path);
        return http.client().execute(http.target(), request, response -> body(response, bytes));
    }

    private BodyDigest body(ClassicHttpResponse response, long bytes) throws IOException {
        if (response.getCode() != HttpStatus.SC_OK) {
            throw new IOException(response.getCode() + " " + response.getReasonPhrase());
        }
        var entity = response.getEntity();
        try (var in = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
            return DigestingReader.read(in, bytes, lock);
        }
    }

    private Connected connected() throws IOException {
        var already = connected;
        if (already != null) {
            return already;
        }
        lock.release();
        try {
            return connect();
        } finally {
            lock.acquire();
        }
    }

    private synchronized Connected connect() throws IOException {
        if (closed) {
            throw new IOException("the client is closed");
        }
        if (connected == null) {
            var address = InetAddress.getByName(service.getHost()); // once, without the lock: the lookup may block
            connected = new Connected(
                    client(), new HttpHost(service.getScheme(), address, service.getHost(), service.getPort()));
        }
        return connected;
    }

    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(pool())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .build();
    }

    private PoolingHttpClientConnectionManager pool() {
        var operator = new DefaultHttpClientConnectionOperator(
                proxy -> new LockReleasingSocket(lock), null, null, scheme -> null);
        var pool = new PoolingHttpClientConnectionManager(
                operator, PoolConcurrencyPolicy.STRICT, PoolReusePolicy.LIFO, TimeValue.NEG_ONE_MILLISECOND, null);
        pool.setMaxTotal(connections);
        pool.setDefaultMaxPerRoute(connections);
        pool.setDefaultSocketConfig(SocketConfig.custom()
                .setTcpNoDelay(true)
                .setSoTimeout(Timeout.DISABLED)
                .build());
        pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .build());
        return pool;
    }

    /** Closes every connection at once. A blocked read then ends with an exception. */
    @Override
    public synchronized void close() {
        closed = true;
        if (connected != null) {
            connected.client().close(CloseMode.IMMEDIATE);
        }
    }
}
