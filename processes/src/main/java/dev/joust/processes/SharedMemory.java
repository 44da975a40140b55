package dev.joust.processes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory that two processes see, and that stays what it is when one of them is killed: a file that both have mapped. Who opens it takes
 * its name away, so nothing is left of it when both have ended.
 *
 * @param file its name, as long as it has one
 */
record SharedMemory(Path file, ByteBuffer bytes) {
    /** Linux keeps files there in memory, and never writes them anywhere. */
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    /**
     * New, and zero.
     *
     * @param otherwise the folder for its file where the system has none for such
     */
    static SharedMemory made(Path otherwise, int size) throws IOException {
        var folder = Files.isWritable(IN_MEMORY) ? IN_MEMORY : otherwise;
        return mapped(Files.createTempFile(folder, "joust-", ".shared"), size);
    }

    /** What another process made. */
    static SharedMemory opened(Path file) throws IOException {
        var memory = mapped(file, Math.toIntExact(Files.size(file)));
        memory.delete();
        return memory;
    }

    private static SharedMemory mapped(Path file, int size) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedMemory(file, channel.map(MapMode.READ_WRITE, 0, size));
        }
    }

    /** Takes its name away, if nobody has; the memory stays as long as a process has it. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
