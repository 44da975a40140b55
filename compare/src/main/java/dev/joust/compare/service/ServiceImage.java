package dev.joust.compare.service;

import dev.joust.compare.plan.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/**
 * The image of the service: one that the user names, or else one that is built from the distribution.
 *
 * @param named the user's
 * @param base what it is built on, instead of what its Dockerfile says
 * @param folder of the distribution, with the jar and the Dockerfile
 */
public record ServiceImage(Optional<String> named, Optional<String> base, Path folder) {
    /** The same name each time, so that the engine builds again only what has changed. */
    static final String BUILT = "joust-service:local";

    private static final String DOCKERFILE = "Dockerfile";

    /** The first time the base comes over the network, some 100 MB. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** As asked for by an option, and by the environment variable {@code JOUST_BASE}. */
    public static ServiceImage of(Optional<String> named) {
        return new ServiceImage(named, Optional.ofNullable(System.getenv("JOUST_BASE")), Distribution.serviceFolder());
    }

    /**
     * Sees to it that the engine has it.
     *
     * @return its name
     * @throws IOException when it cannot be had; the message says why
     */
    public String get() throws IOException, InterruptedException {
        if (named.isPresent()) {
            return ContainerEngine.within(
                    LIMIT,
                    "the image %s is not here, nor can it be pulled".formatted(named.get()),
                    () -> new RemoteDockerImage(DockerImageName.parse(named.get())).get());
        }
        for (var file : List.of(DOCKERFILE, Distribution.SERVICE_JAR)) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new IOException("the service's image cannot be built: %s is not there; build it with mvn package"
                        .formatted(folder.resolve(file)));
            }
        }
        var failed = "the service's image cannot be built from %s%s"
                .formatted(folder, base.map(name -> " on " + name).orElse(""));
        return ContainerEngine.within(LIMIT, failed, this::built);
    }

    private String built() {
        // nothing in it comes over the network but the base, which the engine itself gets
        var image = new ImageFromDockerfile(BUILT, false)
                .withBuildImageCmdModifier(command -> command.withNetworkMode("none"))
                .withFileFromPath(DOCKERFILE, folder.resolve(DOCKERFILE))
                .withFileFromPath(Distribution.SERVICE_JAR, folder.resolve(Distribution.SERVICE_JAR));
        base.ifPresent(name -> image.withBuildArg("BASE", name));
        return image.get();
    }
}
