package dev.joust.blocking;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files as CPython does: it releases the lock to open the file and for each read. */
final class LockReleasingFile {
    private LockReleasingFile() {}

    /**
     * The digest of the whole file. The caller holds the lock, before the call and after any outcome of it.
     *
     * @throws IOException when reading fails, or when the file has another length
     */
    static BodyDigest read(Path file, long bytes, RunLock lock) throws IOException {
        try (var in = new LockReleasingInputStream(open(file, lock), lock)) {
            return DigestingReader.read(in, bytes, lock);
        }
    }

    private static InputStream open(Path file, RunLock lock) throws IOException {
        lock.release();
        try {
            return Files.newInputStream(file);
        } finally {
            lock.acquire();
        }
    }
}
