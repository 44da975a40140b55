package dev.joust.blocking;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a stream to its end, piece by piece, and keeps the digest only. */
final class DigestingReader {
    /** The most that one read asks for. */
    private static final int PIECE = 64 * 1024;

    /** CPython's {@code zlib.crc32} gives the lock up for pieces longer than this. */
    private static final int CRC_UNDER_LOCK = 5 * 1024;

    private DigestingReader() {}

    /**
     * The digest of all that the stream holds.
     *
     * @param in gives the lock up by itself when it reads
     * @throws IOException also when the length is not the one asked for
     */
    static BodyDigest read(InputStream in, long asked, RunLock gate) throws IOException {
        var digest = new BodyDigest();
        byte[] piece = new byte[Math.clamp(asked, 1, PIECE)];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            add(ByteBuffer.wrap(piece, 0, count), digest, gate);
        }
        if (digest.length() != asked) {
            throw new IOException("asked for %d bytes, read %d".formatted(asked, digest.length()));
        }
        return digest;
    }

    /** The digest of what is in memory already. */
    static BodyDigest digest(ByteBuffer bytes, RunLock gate) {
        var digest = new BodyDigest();
        add(bytes, digest, gate);
        return digest;
    }

    private static void add(ByteBuffer piece, BodyDigest digest, RunLock gate) {
        if (piece.remaining() <= CRC_UNDER_LOCK) {
            digest.update(piece);
            return;
        }
        gate.release();
        try {
            digest.update(piece);
        } finally {
            gate.acquire();
        }
    }
}
