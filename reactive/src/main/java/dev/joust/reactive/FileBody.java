package dev.joust.reactive;

import dev.joust.trial.BodyDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads files on the thread that calls it: the loop's, or one beside it. A selector always reports a file as ready, so
 * an event loop has no better way. For one thread.
 */
final class FileBody {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    /** Reads this file through. */
    long digest(Path file) throws IOException {
        var digest = new BodyDigest();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer.clear()) >= 0) {
                digest.update(buffer.flip());
            }
        }
        return digest.value();
    }
}
