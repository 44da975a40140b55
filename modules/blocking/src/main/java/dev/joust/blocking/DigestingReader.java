package dev.joust.blocking;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads bytes piece by piece and keeps only their digest. */
final class DigestingReader {
    /** The most bytes that one read asks for. */
    private static final int MAX_PIECE = 64 * 1024;

    /** CPython's {@code zlib.crc32} releases the lock for longer pieces. */
    private static final int MAX_CRC_UNDER_LOCK = 5 * 1024;

    private DigestingReader() {}

    /**
     * The digest of a stream, read to its end.
     *
     * @param in releases the lock itself when it reads
     * @param asked the length that was asked for
     * @throws IOException when reading fails, or when the length is another
     */
    static BodyDigest read(InputStream in, long asked, RunLock lock) throws IOException {
        var digest = new BodyDigest();
        byte[] piece = new byte[Math.clamp(asked, 1, MAX_PIECE)];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            add(ByteBuffer.wrap(piece, 0, count), digest, lock);
        }
        if (digest.length() != asked) {
            throw new IOException("asked for " + asked + " bytes, read " + digest.length());
        }
        return digest;
    }

    /** The digest of bytes in memory. */
    static BodyDigest digest(ByteBuffer bytes, RunLock lock) {
        var digest = new BodyDigest();
        add(bytes, digest, lock);
        return digest;
    }

    private static void add(ByteBuffer piece, BodyDigest digest, RunLock lock) {
        if (piece.remaining() <= MAX_CRC_UNDER_LOCK) {
            digest.update(piece);
            return;
        }
        lock.release();
        try {
            digest.update(piece);
        } finally {
            lock.acquire();
        }
    }
}
