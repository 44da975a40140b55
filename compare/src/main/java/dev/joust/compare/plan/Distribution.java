package dev.joust.compare.plan;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the built distribution are. The launcher names its folder in the property {@code joust.home}. */
public final class Distribution {
    public static final String SERVICE_JAR = "joust-service.jar";

    private Distribution() {}

    private static Path path() {
        var home = System.getProperty("joust.home");
        if (home == null) {
            throw new UsageException("the property joust.home is not set; start Joust by its launcher, ./joust");
        }
        return Path.of(home);
    }

    public static Path serviceJar() {
        return serviceFolder().resolve(SERVICE_JAR);
    }

    /** The folder with the service's jar and the Dockerfile of its image. */
    public static Path serviceFolder() {
        return path().resolve("service");
    }

    /** The session whose report Joust publishes, to compare another machine with. */
    public static Path published() {
        return path().resolve("published");
    }

    /** Joust's own scenarios; those of the source tree where there is one, so that a verdict names the file to edit. */
    public static Path scenarios() {
        var sources = System.getProperty("joust.scenarios");
        return sources != null && Files.isDirectory(Path.of(sources)) ? Path.of(sources) : path().resolve("scenarios");
    }
}
