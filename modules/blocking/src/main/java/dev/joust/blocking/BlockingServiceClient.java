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
 * Apache HttpClient with everything off that would make a second request of one: no retries, no redirects, no cookies, no content
 * coding, no protocol upgrade, no check of an idle connection before it is used.
 *
 * <p>A thread has at most one request at a time, and there are as many connections as threads may run units: so a lease never
 * waits, which matters because the caller holds the model's lock then. The pool's own lock is never held across a system call.
 *
 * <p>The HTTP client is made by the first request, not under the model's lock: a workload without requests must not pay for it, and
 * several hundred classes are loaded.
 */
final class BlockingServiceClient implements AutoCloseable {
    private final URI service;
    private final int connections;
    private final RunLock gate;
    private volatile Connected connected;
    private boolean closed; // guarded by this

    private record Connected(CloseableHttpClient client, HttpHost target) {}

    BlockingServiceClient(URI service, int connections, RunLock gate) {
        if (!"http".equals(service.getScheme())) {
            throw new IllegalArgumentException("the service must speak plain http: " + service);
        }
        this.service = service;
        this.connections = connections;
        this.gate = gate;
    }

    /**
     * The digest of the body that the service answers.
     *
     * @throws IOException when there is no answer, or not a body of this length with status 200; the message is the reason
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
            return DigestingReader.read(in, bytes, gate);
        }
    }

    private Connected connected() throws IOException {
        var already = connected;
        if (already != null) {
            return already;
        }
        gate.release();
        try {
            return connect();
        } finally {
            gate.acquire();
        }
    }

    private synchronized Connected connect() throws IOException {
        if (closed) {
            throw new IOException("the client is closed");
        }
        if (connected == null) {
            var address = InetAddress.getByName(service.getHost()); // once, and here: looking a name up blocks
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
                proxy -> new LockReleasingSocket(gate), null, null, scheme -> null);
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

    /** Closes every connection at once: a read that is blocked on one ends with an exception. */
    @Override
    public synchronized void close() {
        closed = true;
        if (connected != null) {
            connected.client().close(CloseMode.IMMEDIATE);
        }
    }
}
