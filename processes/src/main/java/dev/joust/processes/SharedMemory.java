package dev.joust.processes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory that two processes share: a file that both have mapped. It keeps its content when one of them is killed. The
 * process that opens the file deletes it, so nothing is left when both have ended.
 *
 * @param file its name, until it is deleted
 */
record SharedMemory(Path file, ByteBuffer bytes) {
    /** Linux keeps the files of this folder in memory, and never writes them to a disk. */
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    /**
     * New memory, all zero.
     *
     * @param otherwise the folder for the file where the system has no folder in memory
     */
    static SharedMemory create(Path otherwise, int size) throws IOException {
        return createIn(Files.isWritable(IN_MEMORY) ? IN_MEMORY : otherwise, size);
    }

    static SharedMemory createIn(Path folder, int size) throws IOException {
        var file = Files.createTempFile(folder, "joust-", ".shared");
        try {
            return map(file, size);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Maps the memory that another process has created, and deletes its file. */
    static SharedMemory open(Path file) throws IOException {
        var memory = map(file, Math.toIntExact(Files.size(file)));
        memory.delete();
        return memory;
    }

    private static SharedMemory map(Path file, int size) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedMemory(file, channel.map(MapMode.READ_WRITE, 0, size));
        }
    }

    /** Deletes the file if it is still there. The memory stays as long as a process has it mapped. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
