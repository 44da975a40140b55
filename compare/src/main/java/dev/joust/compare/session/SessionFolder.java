package dev.joust.compare.session;

import dev.joust.compare.plan.UsageException;
import dev.joust.trial.Json;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A session on disk. Results are only ever appended, each as one whole line, so that a crash loses the trial that ran and nothing else.
 * A last line that was cut short is not a result.
 */
public final class SessionFolder {
    private final Path folder;

    private SessionFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a session goes that was not told where. */
    public static Path dated(String prefix) {
        return Path.of("sessions", prefix + LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
    }

    /**
     * A folder for a new session, which {@link #begin} makes of it. Asked for first of all: what takes seconds comes later.
     *
     * @throws UsageException when it cannot be written, or holds a session already
     */
    public static SessionFolder vacant(Path folder) {
        var vacant = new SessionFolder(folder);
        if (Files.exists(vacant.header())) {
            throw vacant.taken();
        }
        try {
            Files.createDirectories(vacant.scratch());
            Files.write(vacant.results(), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw vacant.unwritable(e);
        }
        return vacant;
    }

    /** Writes what is fixed before the first trial. */
    public void begin(Session session) {
        try {
            Files.writeString(header(), Json.pretty(session) + "\n", StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw taken();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UsageException taken() {
        return new UsageException(
                "%s holds a session already; go on with --resume %s, or name another folder".formatted(folder, folder));
    }

    private UsageException unwritable(IOException e) {
        return new UsageException("the results folder %s cannot be written: %s".formatted(folder, e));
    }

    /**
     * A session that is there.
     *
     * @throws UsageException when it is not one
     */
    public static SessionFolder open(Path folder) {
        var opened = new SessionFolder(folder);
        if (!Files.isReadable(opened.header())) {
            throw new UsageException("%s is no session: it has no readable session.json".formatted(folder));
        }
        return opened;
    }

    public Path path() {
        return folder;
    }

    /** Where trials keep the files that they read. */
    public Path scratch() {
        return folder.resolve("scratch");
    }

    public Session session() {
        try {
            var session = Json.read(Files.readString(header()), Session.class);
            if (session.format() != Result.FORMAT) {
                throw new UsageException(
                        "%s has format %d; known: %d".formatted(header(), session.format(), Result.FORMAT));
            }
            return session;
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("%s cannot be read: %s".formatted(header(), e.getMessage()));
        }
    }

    /** All results, in the order in which they came. */
    public List<Result> read() {
        return lines(results(), Result.class);
    }

    /** How fast the runtimes were, seen again between rounds; nothing before the first has ended. */
    public List<Recalibration> recalibrations() {
        return Files.exists(recalibrationsFile()) ? lines(recalibrationsFile(), Recalibration.class) : List.of();
    }

    private static <T> List<T> lines(Path file, Class<T> type) {
        try {
            var text = Files.readString(file);
            List<T> all = new ArrayList<>();
            int number = 0;
            for (var line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                number++;
                try {
                    all.add(Json.read(line, type));
                } catch (IllegalArgumentException e) {
                    throw new UsageException("%s:%d: %s".formatted(file, number, e.getMessage()));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UsageException("%s cannot be read: %s".formatted(file, e));
        }
    }

    /** Drops a last line that was cut short, so that the next starts on a line of its own. */
    public void mend() throws IOException {
        for (var file : List.of(results(), recalibrationsFile())) {
            var text = Files.exists(file) ? Files.readString(file) : "";
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
        }
    }

    public void append(Result result) throws IOException {
        append(results(), result);
    }

    public void append(Recalibration recalibration) throws IOException {
        append(recalibrationsFile(), recalibration);
    }

    private static void append(Path file, Object line) throws IOException {
        Files.writeString(file, Json.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path header() {
        return folder.resolve("session.json");
    }

    private Path recalibrationsFile() {
        return folder.resolve("recalibrations.jsonl");
    }

    private Path results() {
        return folder.resolve("results.jsonl");
    }
}
