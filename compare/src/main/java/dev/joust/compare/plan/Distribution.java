package dev.joust.compare.plan;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of the built distribution are. The launcher names its folder in the property {@code joust.home}, and
 * itself in {@code joust.launcher}.
 */
public final class Distribution {
    public static final String SERVICE_JAR = "joust-service.jar";

    private Distribution() {}

    /** The folder of all of them. */
    public static Path folder() {
        var home = System.getProperty("joust.home");
        if (home == null) {
            throw new UsageException("the property joust.home is not set; start Joust by its launcher, ./joust");
        }
        return Path.of(home);
    }

    /** The script that starts Joust on any machine with this distribution. */
    public static Path launcher() {
        var launcher = System.getProperty("joust.launcher");
        if (launcher == null) {
            throw new UsageException("the property joust.launcher is not set; start Joust by its launcher, ./joust");
        }
        return Path.of(launcher);
    }

    public static Path serviceJar() {
        return serviceFolder().resolve(SERVICE_JAR);
    }

    /** The folder with the service's jar and the Dockerfile of its image. */
    public static Path serviceFolder() {
        return folder().resolve("service");
    }

    /** The session whose report Joust publishes, to compare another machine with. */
    public static Path published() {
        return folder().resolve("published");
    }

    /** Joust's own scenarios; those of the source tree where there is one, so that a verdict names the file to edit. */
    public static Path scenarios() {
        var sources = System.getProperty("joust.scenarios");
        return sources != null && Files.isDirectory(Path.of(sources))
                ? Path.of(sources)
                : folder().resolve("scenarios");
    }
}
