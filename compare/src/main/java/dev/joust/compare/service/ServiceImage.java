package dev.joust.compare.service;

import dev.joust.compare.plan.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/**
 * The image of the service: one that the user names, or else one that is built from the distribution.
 *
 * @param named the user's image
 * @param base the base image to build on, instead of the one in the Dockerfile
 * @param folder of the distribution, with the jar and the Dockerfile
 */
public record ServiceImage(Optional<String> named, Optional<String> base, Path folder) {
    /** One name for all builds, so that the engine builds only what has changed. */
    static final String BUILT = "joust-service:local";

    private static final String DOCKERFILE = "Dockerfile";
    private static final String SBOM = "joust-service.cdx.json";

    /** The first build pulls the base over the network, about 100 MB. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** The image that an option names, else one on the base that the environment variable {@code JOUST_BASE} names. */
    public static ServiceImage of(Optional<String> named) {
        return new ServiceImage(named, Optional.ofNullable(System.getenv("JOUST_BASE")), Distribution.serviceFolder());
    }

    /**
     * Pulls or builds the image where the engine lacks it.
     *
     * @return its name
     * @throws IOException when this fails; the message says why
     */
    public String provide() throws IOException, InterruptedException {
        if (named.isPresent()) {
            return ContainerEngine.call(
                    LIMIT,
                    String.format(Locale.ROOT, "the engine lacks the image %s and cannot pull it", named.get()),
                    () -> new RemoteDockerImage(DockerImageName.parse(named.get())).get());
        }
        for (var file : List.of(DOCKERFILE, Distribution.SERVICE_JAR)) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "the service's image cannot be built: %s is missing; build it with mvn package",
                        folder.resolve(file)));
            }
        }
        var failed = String.format(
                Locale.ROOT,
                "the service's image cannot be built from %s%s",
                folder,
                base.map(name -> " on " + name).orElse(""));
        return ContainerEngine.call(LIMIT, failed, this::build);
    }

    private String build() {
        // only the base comes over the network, and the engine itself pulls it
        var image = new ImageFromDockerfile(BUILT, false)
                .withBuildImageCmdModifier(command -> command.withNetworkMode("none"))
                .withFileFromPath(DOCKERFILE, folder.resolve(DOCKERFILE))
                .withFileFromPath(Distribution.SERVICE_JAR, folder.resolve(Distribution.SERVICE_JAR));
        if (Files.isReadable(folder.resolve(SBOM))) {
            image.withFileFromPath(SBOM, folder.resolve(SBOM));
        }
        base.ifPresent(name -> image.withBuildArg("BASE", name));
        return image.get();
    }
}
