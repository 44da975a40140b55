package dev.joust.compare.service;

import dev.joust.compare.session.Result;
import dev.joust.trial.Digest;
import dev.joust.trial.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads and resets the counts of the service, and warms it up. */
public final class ServiceStatsClient {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(5);

    private static final Duration RELEASE_LIMIT = Duration.ofSeconds(1);

    /** Longer than a calibration, a wait for rest and a trial of some seconds together. */
    private static final Duration HOLD = Duration.ofMinutes(5);

    private static final int FORBIDDEN = 403;
    private static final int HELD = 409;
    private static final int WARM_UP_WAVES = 60;
    private static final int CALLS_PER_WAVE = 50;

    private final URI address;

    public ServiceStatsClient(URI address) {
        this.address = address;
    }

    /** The counts since the last reset. */
    public Result.ServiceCounts counts() throws IOException, InterruptedException {
        var body = send(request("/stats").GET().build());
        try {
            return Json.read(body, Result.ServiceCounts.class);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    String.format(
                            Locale.ROOT, "%s/stats gave an answer that holds no counts: %s", address, e.getMessage()),
                    e);
        }
    }

    /** As {@link #reset(Duration)} for a while that is longer than what lies between two resets. */
    public void reset() throws IOException, InterruptedException {
        reset(HOLD);
    }

    /**
     * Sets the counts to zero, and holds the service: for this time it refuses the resets of other sessions. An older
     * service does not hold.
     *
     * @throws SharedServiceException when another session holds it
     * @throws IOException when the service does not answer, or has another token than this session
     */
    public void reset(Duration hold) throws IOException, InterruptedException {
        send(resetRequest(hold).build());
    }

    /** Lets other sessions have the service. It waits for a second at most: a JVM ends with it. */
    void release() {
        try {
            HTTP.send(resetRequest(Duration.ZERO).timeout(RELEASE_LIMIT).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            // a service that does not answer needs no release, and any hold ends with its time
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder resetRequest(Duration hold) {
        return request("/stats/reset")
                .header(ServiceToken.HEADER, ServiceToken.ofSession().value())
                .header(ServiceToken.SESSION_HEADER, ServiceToken.session())
                .header(ServiceToken.HOLD_HEADER, Long.toString(hold.toSeconds()))
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    /**
     * Calls and streams until its code is compiled, so that all arms of a round meet an equally warm service. Then
     * resets.
     */
    public void warmUp() throws IOException, InterruptedException {
        for (int wave = 0; wave < WARM_UP_WAVES; wave++) {
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS_PER_WAVE; i++) {
                calls.add(HTTP.sendAsync(
                        request("/call?bytes=128&key=" + Digest.key(i)).build(), BodyHandlers.discarding()));
            }
            calls.add(HTTP.sendAsync(
                    request("/stream?bytes=256000&key=" + Digest.key(wave)).build(), BodyHandlers.discarding()));
            try {
                CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
            } catch (CompletionException e) {
                throw new IOException(
                        String.format(Locale.ROOT, "the service at %s does not answer: %s", address, e.getCause()), e);
            }
        }
        reset();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(REQUEST_LIMIT);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response;
        try {
            response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2
                    && response.statusCode() != FORBIDDEN
                    && response.statusCode() != HELD) {
                throw new IOException(String.format(
                        Locale.ROOT, "%s answered %d: %s", request.uri(), response.statusCode(), response.body()));
            }
        } catch (IOException e) {
            throw new IOException(String.format(Locale.ROOT, "the service at %s does not answer: %s", address, e), e);
        }
        if (response.statusCode() == HELD) {
            throw new SharedServiceException(
                    String.format(Locale.ROOT, "somebody else uses the service at %s: %s", address, response.body()));
        }
        if (response.statusCode() == FORBIDDEN) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "the service at %s refuses: %s; start it and joust with the same %s",
                    address,
                    response.body(),
                    ServiceToken.VARIABLE));
        }
        return response.body();
    }
}
