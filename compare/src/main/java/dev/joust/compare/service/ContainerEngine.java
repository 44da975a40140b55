package dev.joust.compare.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The container engine of this machine, found as Testcontainers finds it. */
public final class ContainerEngine {
    /** Testcontainers may want an image of its own first, and waits minutes for a registry that does not answer. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private ContainerEngine() {}

    /**
     * Looks for it; once a JVM.
     *
     * @throws IOException when none answers, or another than the user named
     */
    public static void reach() throws IOException, InterruptedException {
        var named = Optional.ofNullable(System.getenv("DOCKER_HOST"));
        var failed = "no container engine answers"
                + named.map(host -> " at %s, which DOCKER_HOST names".formatted(host))
                        .orElse("");
        var found = within(LIMIT, failed, () -> DockerClientFactory.instance()
                .getTransportConfig()
                .getDockerHost()
                .toString());
        if (named.isPresent() && !named.get().equals(found)) {
            throw new IOException("%s; one does at %s".formatted(failed, found));
        }
        within(
                LIMIT,
                "Testcontainers does not get along with the container engine at " + found,
                () -> DockerClientFactory.instance().client());
    }

    /**
     * Asks the engine for something, for so long at most.
     *
     * @param failed what to say before the reason, when it cannot be had
     * @throws IOException when it cannot be had
     */
    static <T> T within(Duration limit, String failed, Callable<T> asked) throws IOException, InterruptedException {
        var task = new FutureTask<>(asked);
        Thread.ofPlatform().daemon().name("container-engine").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("%s: it took more than %d s".formatted(failed, limit.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IOException("%s: %s".formatted(failed, reason(e)), e);
        }
    }

    /** What is at the bottom of a failure, in one line. */
    public static String reason(Throwable failure) {
        var bottom = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .reduce((above, below) -> below)
                .orElseThrow();
        return String.valueOf(bottom.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
