package dev.joust.compare.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The container engine of this machine, found as Testcontainers finds it. */
public final class ContainerEngine {
    /** Testcontainers may first pull an image of its own, and waits minutes for a registry that does not answer. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private ContainerEngine() {}

    /**
     * Looks for the engine, once per JVM.
     *
     * @throws IOException when none answers, or a different one than the user named
     */
    public static void reach() throws IOException, InterruptedException {
        var settings = EngineSettings.ofUser();
        var named = settings.host();
        var failed = settings.noAnswer();
        var found = call(LIMIT, failed, () -> DockerClientFactory.instance()
                .getTransportConfig()
                .getDockerHost()
                .toString());
        if (named.isPresent() && !named.get().equals(found)) {
            throw new IOException(String.format(Locale.ROOT, "%s; one answers at %s", failed, found));
        }
        call(LIMIT, "Testcontainers cannot use the container engine at " + found, () -> DockerClientFactory.instance()
                .client());
    }

    /**
     * Calls the engine and waits up to the limit.
     *
     * @param failed the message before the reason, when the call fails
     * @throws IOException when the call fails or takes longer
     */
    static <T> T call(Duration limit, String failed, Callable<T> call) throws IOException, InterruptedException {
        var task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("container-engine").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    String.format(Locale.ROOT, "%s: it took more than %d s", failed, limit.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IOException(String.format(Locale.ROOT, "%s: %s", failed, reason(e)), e);
        }
    }

    /** The root cause of a failure, in one line. */
    public static String reason(Throwable failure) {
        var bottom = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .reduce((above, below) -> below)
                .orElseThrow();
        return String.valueOf(bottom.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
