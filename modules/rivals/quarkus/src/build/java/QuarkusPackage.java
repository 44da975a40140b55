import io.quarkus.bootstrap.app.QuarkusBootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Packages the application, as the goal {@code quarkus:build} does. That goal runs on Maven's own JVM, which is 17 by
 * default, and Quarkus refuses {@code @RunOnVirtualThread} on a JVM without virtual threads. This one runs on the
 * toolchain's.
 */
final class QuarkusPackage {
    private static final String NAME = "joust-quarkus";

    private QuarkusPackage() {}

    /**
     * Packages it.
     *
     * @param args the folder of the module, and the file to write
     */
    public static void main(String[] args) throws Exception {
        var module = Path.of(args[0]).toAbsolutePath();
        var target = module.resolve("target");
        var builder = QuarkusBootstrap.builder()
                .setApplicationRoot(target.resolve("classes"))
                .setProjectRoot(module)
                .setTargetDirectory(target)
                .setBaseName(NAME)
                .setMode(QuarkusBootstrap.Mode.PROD)
                .setLocalProjectDiscovery(true)
                .setIsolateDeployment(true)
                .setBuildSystemProperties(new Properties());
        try (var application = builder.build().bootstrap()) {
            application.createAugmentor().createProductionApplication();
        }
        copy(target.resolve(NAME + "-runner.jar"), Path.of(args[1]));
        System.exit(0); // Quarkus leaves threads behind
    }

    private static void copy(Path built, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(built, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
