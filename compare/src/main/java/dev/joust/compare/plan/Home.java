package dev.joust.compare;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built distribution lies: the launcher says it in the property {@code joust.home}. */
final class Home {
    private Home() {}

    static Path path() {
        var home = System.getProperty("joust.home");
        if (home == null) {
            throw new UsageException("the property joust.home is not set; start Joust by its launcher, ./joust");
        }
        return Path.of(home);
    }

    static final String SERVICE_JAR = "joust-service.jar";

    static Path serviceJar() {
        return serviceFolder().resolve(SERVICE_JAR);
    }

    /** The jar, and the file from which its image is built. */
    static Path serviceFolder() {
        return path().resolve("service");
    }

    /** Joust's own scenarios: of the source tree, where the launcher lies in one, so that a verdict names the file to edit. */
    static Path scenarios() {
        var sources = System.getProperty("joust.scenarios");
        return sources != null && Files.isDirectory(Path.of(sources)) ? Path.of(sources) : path().resolve("scenarios");
    }
}
