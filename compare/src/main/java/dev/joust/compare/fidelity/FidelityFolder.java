package dev.joust.compare.fidelity;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.UsageException;
import dev.joust.trial.Json;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fidelity session on disk: {@code probes.jsonl}, to which each answer is appended at once, and the result of them.
 */
public record FidelityFolder(Path path) {
    /** Far beyond what the plots need. */
    private static final int MAX_BYTES = 16 << 20;

    /**
     * Makes the folder.
     *
     * @throws UsageException when it cannot be written, or already holds such a session
     */
    public static FidelityFolder create(Path path) {
        var created = new FidelityFolder(path);
        try {
            Files.createDirectories(path);
            Files.createFile(created.answers());
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    String.format(Locale.ROOT, "%s already holds results of fidelity; name another folder", path));
        } catch (IOException e) {
            throw new UsageException(String.format(Locale.ROOT, "the folder %s cannot be written: %s", path, e));
        }
        return created;
    }

    /** The result that a folder holds, if any. */
    public static Optional<Fidelity> read(Path folder) throws IOException {
        var file = folder.resolve("fidelity.json");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(new FolderFile(file).text(MAX_BYTES), Fidelity.class));
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(String.format(Locale.ROOT, "%s cannot be read: %s", file, e.getMessage()));
        }
    }

    /** The folder for CPython's half of the probes. */
    public Path probes() {
        return path.resolve("scratch").resolve("probes");
    }

    void append(ProbeResult answer) throws IOException {
        new FolderFile(answers()).append(Json.line(answer));
    }

    /** Reads all answers. */
    public List<ProbeResult> readAnswers() throws IOException {
        List<ProbeResult> all = new ArrayList<>();
        for (var line : Files.readAllLines(answers())) {
            all.add(Json.read(line, ProbeResult.class));
        }
        return all;
    }

    /** Writes {@code fidelity.json}. */
    public void write(Fidelity fidelity) throws IOException {
        new FolderFile(path.resolve("fidelity.json")).replace(Json.pretty(fidelity) + "\n");
    }

    private Path answers() {
        return path.resolve("probes.jsonl");
    }
}
