package dev.joust.cpython;

import dev.joust.trial.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Values that both sides must compute, from a file that both read. 64-bit numbers are in hex. */
record Golden(
        List<Child> children, List<Fold> folds, List<Content> bodies, List<KernelResult> kernels, List<Long> times) {
    record Child(String seed, long i, String result) {}

    record Fold(String digest, String step, String result) {}

    record Content(String key, long bytes, String result) {}

    record KernelResult(String kernel, long units, String seed, String result) {}

    static Golden values() throws IOException {
        return Json.read(Files.readString(file()), Golden.class);
    }

    static Path file() {
        return resource("/golden.json");
    }

    /** The path of a test resource. */
    static Path resource(String name) {
        try {
            return Path.of(Golden.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
