package dev.joust.compare.plan;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built distribution lies: the launcher says it in the property {@code joust.home}. */
public final class Distribution {
    private Distribution() {}

    static Path path() {
        var home = System.getProperty("joust.home");
        if (home == null) {
            throw new UsageException("the property joust.home is not set; start Joust by its launcher, ./joust");
        }
        return Path.of(home);
    }

    public static final String SERVICE_JAR = "joust-service.jar";

    public static Path serviceJar() {
        return serviceFolder().resolve(SERVICE_JAR);
    }

    /** The jar, and the file from which its image is built. */
    public static Path serviceFolder() {
        return path().resolve("service");
    }

    /** Joust's own scenarios: of the source tree, where the launcher lies in one, so that a verdict names the file to edit. */
    public static Path scenarios() {
        var sources = System.getProperty("joust.scenarios");
        return sources != null && Files.isDirectory(Path.of(sources)) ? Path.of(sources) : path().resolve("scenarios");
    }
}
