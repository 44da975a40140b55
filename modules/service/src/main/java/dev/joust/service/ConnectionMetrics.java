package dev.joust.service;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.quarkus.vertx.http.runtime.ExtendedQuarkusVertxHttpMetrics;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Counts connections where Vert.x accepts them. A request handler would miss connections without a request, and Quarkus
 * does not expose the server.
 */
@Singleton
final class ConnectionMetrics
        implements VertxOptionsCustomizer,
                VertxMetrics,
                HttpServerMetrics<Void, Void, Void>,
                ExtendedQuarkusVertxHttpMetrics {
    private final Counters counters;

    @Inject
    ConnectionMetrics(Counters counters) {
        this.counters = counters;
    }

    /** The factory is deprecated for a builder that only Quarkus can reach. */
    @Override
    @SuppressWarnings("deprecation")
    public void accept(VertxOptions options) {
        options.setMetricsOptions(new MetricsOptions().setEnabled(true).setFactory(vertx -> this));
    }

    @Override
    public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(HttpServerOptions options, SocketAddress local) {
        return this;
    }

    /** With a limit of connections Quarkus asks its metrics for this, whoever they are. */
    @Override
    public ConnectionTracker getHttpConnectionTracker() {
        return NOOP_CONNECTION_TRACKER;
    }

    @Override
    public Void connected(SocketAddress remote, String name) {
        counters.countConnection();
        return null;
    }

    @Override
    public void disconnected(Void connection, SocketAddress remote) {
        counters.countDisconnection();
    }

    @Override
    public void close() {}
}
