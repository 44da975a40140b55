package dev.joust.compare.remote;

import dev.joust.compare.plan.Distribution;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The distribution as it is sent to hosts: the launcher and the files that it runs. Hosts keep it by its hash.
 *
 * @param sha256 of all names and contents
 * @param launcher the script that starts Joust
 * @param home the folder of its files
 * @param parts the folders in {@code home} that are sent
 */
record SentDistribution(String sha256, Path launcher, Path home, List<String> parts) {
    /** The name of the launcher on every host. */
    static final String LAUNCHER = "joust";

    /** A file that is sent last: without it the others are not whole. */
    static final String MARK = "complete";

    private static final List<String> PARTS = List.of("lib", "service", "quarkus", "scenarios", "published");

    /**
     * The distribution that runs.
     *
     * @throws dev.joust.compare.plan.UsageException when Joust was not started by its launcher
     */
    static SentDistribution running() throws IOException {
        return of(Distribution.launcher(), Distribution.folder());
    }

    static SentDistribution of(Path launcher, Path home) throws IOException {
        var parts = PARTS.stream()
                .filter(part -> Files.isDirectory(home.resolve(part)))
                .toList();
        Map<String, Path> files = new TreeMap<>();
        files.put(LAUNCHER, launcher);
        for (var part : parts) {
            try (Stream<Path> all = Files.walk(home.resolve(part), FileVisitOption.FOLLOW_LINKS)) {
                all.filter(Files::isRegularFile)
                        .forEach(file -> files.put(home.relativize(file).toString(), file));
            }
        }
        return new SentDistribution(digest(files), launcher, home, parts);
    }

    private static String digest(Map<String, Path> files) throws IOException {
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            for (var file : files.entrySet()) {
                var head = file.getKey() + '\0' + Files.size(file.getValue()) + '\0';
                out.write(head.getBytes(StandardCharsets.UTF_8));
                Files.copy(file.getValue(), out);
            }
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every platform has it
        }
    }

    /**
     * Packs it.
     *
     * @param folder of the file that is written, which may be used for others too
     */
    Path pack(Path folder) throws IOException, InterruptedException {
        var stage = Files.createDirectories(folder.resolve("launcher"));
        // the next host packs again what failed once
        Files.copy(launcher, stage.resolve(LAUNCHER), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(stage.resolve(MARK), sha256 + "\n");
        List<String> words = new ArrayList<>(List.of("-C", home.toString()));
        words.addAll(parts);
        words.addAll(List.of("-C", stage.toAbsolutePath().toString(), LAUNCHER, MARK));
        return new TarFile(folder.resolve("distribution.tar")).pack(words);
    }
}
