package dev.joust.compare.session;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.UsageException;
import dev.joust.trial.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A session on disk. Each result is appended as one whole line, so a crash loses the running trial and nothing else. A
 * last line without its line break is not a result.
 */
public final class SessionFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** The session of the published report has 34 kB. */
    private static final int MAX_SESSION = 16 << 20;

    private final Path folder;
    private Consumer<SessionLine> listener = _ -> {};

    private SessionFolder(Path folder) {
        this.folder = folder;
    }

    /** The default folder of a session that starts now. */
    public static Path dated(String prefix) {
        return Path.of(
                "sessions", prefix + LocalDateTime.now(ZoneId.systemDefault()).format(TIME));
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
            Files.write(
                    created.results().file(),
                    new byte[0],
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS);
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
            throw new UsageException(
                    String.format(Locale.ROOT, "%s is no session: it has no readable session.json", folder));
        }
        return opened;
    }

    private UsageException occupied() {
        return new UsageException(String.format(
                Locale.ROOT,
                "%s holds a session already; go on with --resume %s, or name another folder",
                folder,
                folder));
    }

    private UsageException unwritable(IOException e) {
        return new UsageException(String.format(Locale.ROOT, "the results folder %s cannot be written: %s", folder, e));
    }

    public Path path() {
        return folder;
    }

    /** Where trials keep the files that they read. */
    public Path scratch() {
        return folder.resolve("scratch");
    }

    /** Writes what is fixed before the first trial. */
    public void writeSession(Session session) throws FolderWriteException {
        if (Files.exists(header(), LinkOption.NOFOLLOW_LINKS)) {
            throw occupied();
        }
        new FolderFile(header()).replace(Json.pretty(session) + "\n");
    }

    /**
     * Reads what was fixed before the first trial.
     *
     * @throws UsageException when it cannot be read, has another format, or holds a value out of bounds
     */
    public Session readSession() {
        try {
            return session(header(), new FolderFile(header()).bytes(MAX_SESSION));
        } catch (IOException e) {
            throw unreadable(header(), e);
        }
    }

    /** The session that a file with these bytes holds; as {@link #readSession}. */
    static Session session(Path file, byte[] bytes) {
        try {
            var session = Json.read(FolderFile.decoded(bytes), Session.class);
            SessionBounds.check(session);
            return session;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static UsageException unreadable(Path file, Exception e) {
        return new UsageException(String.format(Locale.ROOT, "%s cannot be read: %s", file, e.getMessage()));
    }

    /** Reads all results, in the order in which they were appended. */
    public List<Result> readResults() {
        return results().read();
    }

    /** The SHA-256 of {@code results.jsonl}: two sessions with the same one have the same results. */
    public String resultsSha256() {
        return results().sha256();
    }

    /** Counts the results and reads the last one. */
    JsonLines.LastLine<Result> readLastResult() {
        return results().readLast();
    }

    /** Reads the later calibrations; there are none before the third round has ended. */
    public List<Recalibration> readRecalibrations() {
        return Files.exists(recalibrations().file()) ? recalibrations().read() : List.of();
    }

    /** Reads the capacities; a session without loads that are shares of one has none. */
    public List<MeasuredCapacity> readCapacities() {
        return Files.exists(capacities().file()) ? capacities().read() : List.of();
    }

    /** Reads what disturbed the session; a session on a quiet machine has nothing. */
    public List<DisturbanceNote> readDisturbances() {
        return Files.exists(disturbances().file()) ? disturbances().read() : List.of();
    }

    /**
     * Makes a stopped session ready to go on: drops lines that a crash cut short, and empties the folder for the files
     * that trials read. A link there could name any file of the user.
     */
    public void reopen() throws IOException {
        results().dropCutLine();
        recalibrations().dropCutLine();
        capacities().dropCutLine();
        disturbances().dropCutLine();
        new ScratchFolder(scratch()).renew();
    }

    /** Reads the lines of all files. */
    public SessionLines readLines() {
        return new SessionLines(readResults(), readRecalibrations(), readCapacities(), readDisturbances());
    }

    /** Tells of each line that is appended from now on, once it is on disk. */
    public void tell(Consumer<SessionLine> listener) {
        this.listener = listener;
    }

    public void append(SessionLine line) throws FolderWriteException {
        switch (line) {
            case Result result -> results().append(result);
            case Recalibration recalibration -> recalibrations().append(recalibration);
            case MeasuredCapacity capacity -> capacities().append(capacity);
            case DisturbanceNote note -> disturbances().append(note);
        }
        listener.accept(line);
    }

    private Path header() {
        return folder.resolve("session.json");
    }

    private ResultLines<Recalibration> recalibrations() {
        return new ResultLines<>(folder.resolve("recalibrations.jsonl"), Recalibration.class, SessionBounds::check);
    }

    private ResultLines<MeasuredCapacity> capacities() {
        return new ResultLines<>(folder.resolve("capacities.jsonl"), MeasuredCapacity.class, SessionBounds::check);
    }

    private ResultLines<DisturbanceNote> disturbances() {
        return new ResultLines<>(folder.resolve("disturbances.jsonl"), DisturbanceNote.class, SessionBounds::check);
    }

    private ResultLines<Result> results() {
        return new ResultLines<>(folder.resolve("results.jsonl"), Result.class, SessionBounds::check);
    }
}
