package dev.joust.blocking;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files as CPython does: opening one gives the lock up, and each read does. */
final class LockReleasingFile {
    private LockReleasingFile() {}

    /**
     * The digest of the whole file. Called, and left in whatever way, with the lock held.
     *
     * @throws IOException also when the file is not as long as was asked for
     */
    static BodyDigest read(Path file, long bytes, RunLock gate) throws IOException {
        try (var in = new LockReleasingInputStream(open(file, gate), gate)) {
            return DigestingReader.read(in, bytes, gate);
        }
    }

    private static InputStream open(Path file, RunLock gate) throws IOException {
        gate.release();
        try {
            return Files.newInputStream(file);
        } finally {
            gate.acquire();
        }
    }
}
