package dev.joust.quarkus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Quarkus with which the application is built. */
final class QuarkusVersion {
    private static final String FILE = "version.properties";

    private QuarkusVersion() {}

    /** For example {@code Quarkus 3.33.2}. */
    static String label() {
        var versions = new Properties();
        try (var in = QuarkusVersion.class.getResourceAsStream(FILE)) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
        return "Quarkus " + versions.getProperty("quarkus");
    }
}
