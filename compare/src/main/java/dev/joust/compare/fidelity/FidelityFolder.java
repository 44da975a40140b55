package dev.joust.compare.fidelity;

import dev.joust.compare.plan.UsageException;
import dev.joust.trial.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A fidelity session on disk: {@code probes.jsonl}, to which each answer is appended as it comes, and what was made of it. */
public record FidelityFolder(Path path) {

    /** @throws UsageException when it cannot be written, or holds such a session already */
    public static FidelityFolder create(Path path) {
        var created = new FidelityFolder(path);
        try {
            Files.createDirectories(path);
            Files.createFile(created.answers());
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("%s holds fidelity's results already; name another folder".formatted(path));
        } catch (IOException e) {
            throw new UsageException("the folder %s cannot be written: %s".formatted(path, e));
        }
        return created;
    }

    /** What a folder says, if anything. */
    public static Optional<Fidelity> read(Path folder) throws IOException {
        var file = folder.resolve("fidelity.json");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(file), Fidelity.class));
        } catch (IllegalArgumentException e) {
            throw new UsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** Where CPython's half of the probes goes. */
    public Path probes() {
        return path.resolve("scratch").resolve("probes");
    }

    void append(ProbeResult answer) throws IOException {
        var line = (Json.line(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(answers(), line, StandardOpenOption.APPEND);
    }

    public List<ProbeResult> answered() throws IOException {
        List<ProbeResult> all = new ArrayList<>();
        for (var line : Files.readAllLines(answers())) {
            all.add(Json.read(line, ProbeResult.class));
        }
        return all;
    }

    /** Writes {@code fidelity.json}. */
    public void write(Fidelity fidelity) throws IOException {
        Files.writeString(path.resolve("fidelity.json"), Json.pretty(fidelity) + "\n");
    }

    private Path answers() {
        return path.resolve("probes.jsonl");
    }
}
