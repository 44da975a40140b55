package dev.joust.compare.machine;

import dev.joust.trial.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the sessions of a machine apart, with two locks. The user's own is in a folder that only this user can write.
 * It refuses a second session. The common one is in the folder of temporary files, where any user can hold it or put
 * something in its place. So it refuses nothing: it only makes a caution.
 *
 * @param held the locks that this session holds
 * @param cautions one sentence each, for the user
 */
public record MachineLock(List<SessionLock> held, List<String> cautions) implements AutoCloseable {
    private static final String FILE = "joust-session.lock";

    /**
     * The locks' files.
     *
     * @param own folders for the user's own lock; the first that nobody else can write is used
     */
    record Places(List<Path> own, Path common) {
        /** First a folder that does not depend on how the user has logged in. */
        static Places usual(Map<String, String> environment, Path temporary) {
            List<Path> own = new ArrayList<>();
            try {
                own.add(temporary.resolve(
                        "joust-" + PrivateFolder.self().getName().replaceAll("\\W", "-")));
            } catch (IOException e) {
                // then the next folder
            }
            Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                    .map(Path::of)
                    .filter(Path::isAbsolute)
                    .ifPresent(runtime -> own.add(runtime.resolve("joust")));
            return new Places(own, temporary.resolve(FILE));
        }
    }

    /**
     * Takes the locks for a session that writes into {@code session}, or refuses at once.
     *
     * @throws SessionLockedException when another session of this user runs; the message says which
     */
    public static MachineLock take(Path session) {
        return take(Places.usual(System.getenv(), Path.of(System.getProperty("java.io.tmpdir"))), session);
    }

    static MachineLock take(Places places, Path session) {
        List<SessionLock> held = new ArrayList<>();
        List<String> cautions = new ArrayList<>();
        takeOwn(places.own(), session, cautions).ifPresent(held::add);
        try {
            held.add(SessionLock.take(places.common(), session));
        } catch (SessionLockedException e) {
            cautions.add(String.format(
                    Locale.ROOT,
                    "%s; this session runs all the same, and repeats blocks that are disturbed",
                    e.getMessage()));
        }
        return new MachineLock(held, cautions);
    }

    private static Optional<SessionLock> takeOwn(List<Path> folders, Path session, List<String> cautions) {
        for (var folder : folders) {
            try {
                PrivateFolder.create(folder);
                return Optional.of(SessionLock.take(folder.resolve(FILE), session));
            } catch (IOException e) {
                cautions.add("this session may not be alone: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** Releases the locks. */
    @Override
    public void close() {
        held.reversed().forEach(SessionLock::close);
    }
}
