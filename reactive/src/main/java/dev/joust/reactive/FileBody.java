package dev.joust.reactive;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads files through, on the loop: files are always "ready" to a selector, so an event loop has no better way. One thread's. */
final class FileBody {
    private static final int PIECE = 1 << 16;

    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);

    /** The result of reading this file. */
    long digest(Path file) throws IOException {
        var digest = new BodyDigest();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(piece.clear()) >= 0) {
                digest.update(piece.flip());
            }
        }
        return digest.value();
    }
}
