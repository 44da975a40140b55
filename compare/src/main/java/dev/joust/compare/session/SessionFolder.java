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
import java.util.Locale;

/**
 * A session on disk. Each result is appended as one whole line, so a crash loses the running trial and nothing else. A
 * last line without its line break is not a result.
 */
public final class SessionFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path folder;

    private SessionFolder(Path folder) {
        this.folder = folder;
    }

    /** The default folder of a session that starts now. */
    public static Path dated(String prefix) {
        return Path.of("sessions", prefix + LocalDateTime.now().format(TIME));
    }

    /**
     * Creates the folder of a new session; {@link #writeSession} follows. It comes first, because what follows takes
     * seconds.
     *
     * @throws UsageException when it cannot be written, or already holds a session
     */
    public static SessionFolder create(Path folder) {
        var created = new SessionFolder(folder);
        if (Files.exists(created.header())) {
            throw created.occupied();
        }
        try {
            Files.createDirectories(created.scratch());
            Files.write(created.results(), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw created.unwritable(e);
        }
        return created;
    }

    /**
     * Opens the folder of an existing session.
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

    private UsageException occupied() {
        return new UsageException(
                "%s holds a session already; go on with --resume %s, or name another folder".formatted(folder, folder));
    }

    private UsageException unwritable(IOException e) {
        return new UsageException("the results folder %s cannot be written: %s".formatted(folder, e));
    }

    public Path path() {
        return folder;
    }

    /** Where trials keep the files that they read. */
    public Path scratch() {
        return folder.resolve("scratch");
    }

    /** Writes what is fixed before the first trial. */
    public void writeSession(Session session) {
        try {
            Files.writeString(header(), Json.pretty(session) + "\n", StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw occupied();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Reads what was fixed before the first trial.
     *
     * @throws UsageException when it cannot be read, or has another format
     */
    public Session readSession() {
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

    /** Reads all results, in the order in which they were appended. */
    public List<Result> readResults() {
        return readLines(results(), Result.class);
    }

    /** Reads the later calibrations; there are none before the third round has ended. */
    public List<Recalibration> readRecalibrations() {
        return Files.exists(recalibrations()) ? readLines(recalibrations(), Recalibration.class) : List.of();
    }

    private static <T> List<T> readLines(Path file, Class<T> type) {
        try {
            List<T> all = new ArrayList<>();
            int number = 0;
            for (var line : wholeLines(Files.readString(file)).lines().toList()) {
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

    /** Drops a last line that a crash cut short, so that the next one starts on a line of its own. */
    public void dropCutLines() throws IOException {
        for (var file : List.of(results(), recalibrations())) {
            var text = Files.exists(file) ? Files.readString(file) : "";
            var whole = wholeLines(text);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
        }
    }

    private static String wholeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    public void append(Result result) throws IOException {
        append(results(), result);
    }

    public void append(Recalibration recalibration) throws IOException {
        append(recalibrations(), recalibration);
    }

    private static void append(Path file, Object line) throws IOException {
        Files.writeString(file, Json.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path header() {
        return folder.resolve("session.json");
    }

    private Path recalibrations() {
        return folder.resolve("recalibrations.jsonl");
    }

    private Path results() {
        return folder.resolve("results.jsonl");
    }
}
