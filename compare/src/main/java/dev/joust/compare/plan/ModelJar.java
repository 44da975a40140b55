package dev.joust.compare.plan;

import dev.joust.trial.ConcurrencyModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/** A jar with models, which an arm has in front of its class path. */
record ModelJar(Path path) {
    private static final String SERVICES = "META-INF/services/" + ConcurrencyModel.class.getName();

    /** The instrument. An arm with another driver or other kernels would measure something else. */
    private static final List<String> INSTRUMENT = List.of("dev/joust/trial/", "dev/joust/scenario/");

    /**
     * The SHA-256 of its bytes, in hexadecimal digits.
     *
     * @throws UnusableRuntimeException when it is no jar that can be read, or holds classes of Joust itself
     */
    String sha256() throws UnusableRuntimeException {
        if (!Files.isRegularFile(path)) {
            throw new UnusableRuntimeException(String.format(Locale.ROOT, "the jar %s is not there", path));
        }
        if (!path.toString().endsWith(".jar")) {
            throw new UnusableRuntimeException(
                    String.format(Locale.ROOT, "%s is no jar: its name ends otherwise", path));
        }
        try (var jar = new JarFile(path.toFile())) {
            var own = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name ->
                            name.endsWith(".class") && INSTRUMENT.stream().anyMatch(name::startsWith))
                    .findFirst();
            if (own.isPresent()) {
                throw new UnusableRuntimeException(String.format(
                        Locale.ROOT,
                        "the jar %s holds %s, a class of Joust itself; leave Joust out of it",
                        path,
                        own.get()));
            }
            return digest();
        } catch (IOException e) {
            throw new UnusableRuntimeException(
                    String.format(Locale.ROOT, "the jar %s cannot be read: %s", path, e.getMessage()));
        }
    }

    /** Whether it lists models for {@link java.util.ServiceLoader}. */
    boolean listsModels() {
        try (var jar = new JarFile(path.toFile())) {
            return jar.getEntry(SERVICES) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private String digest() throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every platform has it
        }
    }
}
