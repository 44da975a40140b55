package dev.joust.compare.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One session at a time: a lock on a file that names its holder.
 *
 * <p>The operating system owns the lock and releases it however the holder ends. The text is for people, and old text
 * without a lock does no harm. The file stays: deleting it would let two sessions lock two files of one name. In a
 * container it separates the sessions of that container only.
 */
final class SessionLock implements AutoCloseable {
    /**
     * The locks of this JVM. POSIX drops all locks of a process on a file when it closes any descriptor of that file,
     * so a second attempt of this JVM must not even open it.
     */
    private static final Map<Path, LockHolderNote> HELD = new ConcurrentHashMap<>();

    private static final int MAX_TEXT_BYTES = 8192;

    private final Path key;
    private final FileChannel channel;

    private SessionLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * Takes the lock for a session that writes into {@code session}, or refuses at once.
     *
     * @throws SessionLockedException when another session holds it, or the file cannot be used; the message says which
     */
    static SessionLock take(Path place, Path session) {
        var self = LockHolderNote.self(session);
        Path key = key(place);
        var held = HELD.putIfAbsent(key, self);
        if (held != null) {
            throw refused(place, Optional.of(held));
        }
        SessionLock taken = null;
        try {
            taken = new SessionLock(key, lock(place, self));
            return taken;
        } catch (IOException e) {
            throw new SessionLockedException(
                    String.format(
                            Locale.ROOT,
                            "the session lock %s cannot be used: %s",
                            place,
                            e.getClass() == IOException.class ? e.getMessage() : e),
                    e);
        } finally {
            if (taken == null) {
                HELD.remove(key, self);
            }
        }
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the session lock cannot be released: " + key, e);
        } finally {
            HELD.remove(key);
        }
    }

    private static FileChannel lock(Path place, LockHolderNote self) throws IOException {
        var channel = open(place);
        boolean ours = false;
        try {
            ours = tryLock(channel);
            if (!ours) {
                throw refused(place, LockHolderNote.parse(text(channel)));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self.text().getBytes(StandardCharsets.UTF_8)), 0);
            return channel;
        } finally {
            if (!ours) {
                channel.close();
            }
        }
    }

    // Locks one byte far behind the text: where locks are mandatory, others must still read the text.
    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    // Created only when missing, and for all users: in a sticky folder Linux refuses to create a file of another user.
    private static FileChannel open(Path place) throws IOException {
        checkIsPlainFile(place);
        try {
            return FileChannel.open(
                    place, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            var made = FileChannel.open(
                    place,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    LinkOption.NOFOLLOW_LINKS);
            if (Files.getFileStore(place).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-rw-rw-"));
            }
            return made;
        }
    }

    // Other users can write the folder. A hard link could name any file of ours, and its text would be overwritten.
    private static void checkIsPlainFile(Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("it is no regular file");
            }
            if (Files.getFileStore(place).supportsFileAttributeView("unix")
                    && (int) Files.getAttribute(place, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1) {
                throw new IOException("it has more than one name");
            }
        }
    }

    private static String text(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(MAX_TEXT_BYTES);
        channel.read(bytes, 0);
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private static Path key(Path place) {
        var full = place.toAbsolutePath().normalize();
        try {
            return full.getParent().toRealPath().resolve(full.getFileName());
        } catch (IOException e) {
            throw new SessionLockedException(
                    "the session lock " + place + " is in no folder that can be read: " + e, e);
        }
    }

    private static SessionLockedException refused(Path place, Optional<LockHolderNote> holder) {
        return new SessionLockedException("another session runs on this machine: "
                + holder.map(LockHolderNote::toString).orElse("a process that has not written its name yet")
                + " (lock " + place + ")");
    }
}
