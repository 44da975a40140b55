package dev.joust.processes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * Memory that two processes share: a file that both have mapped. It keeps its content when one of them is killed. The
 * process that opens the file deletes it, so nothing is left when both have ended.
 *
 * @param file its name, until it is deleted
 */
record SharedMemory(Path file, ByteBuffer bytes) {
    /** Linux keeps the files of this folder in memory, and never writes them to a disk. */
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private static final int ZEROS = 1 << 16;

    /**
     * New memory, all zero.
     *
     * @param otherwise the folder for the file where the folder in memory is missing, read-only or too small
     * @throws IOException when neither folder takes it
     */
    static SharedMemory create(Path otherwise, int size) throws IOException {
        return createInFirst(List.of(IN_MEMORY, otherwise), size);
    }

    /** New memory in the first of these folders that takes it. */
    static SharedMemory createInFirst(List<Path> folders, int size) throws IOException {
        var refusal = new IOException(String.format(Locale.ROOT, "no folder takes %d bytes: %s", size, folders));
        for (var folder : folders) {
            try {
                return createIn(folder, size);
            } catch (IOException e) {
                refusal.addSuppressed(e);
            }
        }
        throw refusal;
    }

    static SharedMemory createIn(Path folder, int size) throws IOException {
        var file = Files.createTempFile(folder, "joust-", ".shared");
        try {
            reserve(file, size);
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

    /**
     * Writes zeros. A file that is only made longer has no blocks yet: where the folder is full, the first access to
     * its memory would then end the process with SIGBUS.
     */
    private static void reserve(Path file, int size) throws IOException {
        long usable = Files.getFileStore(file).getUsableSpace();
        if (usable < size) {
            throw new IOException(String.format(
                    Locale.ROOT, "%s has %d bytes left, and %d are needed", file.getParent(), usable, size));
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocate(Math.min(ZEROS, size));
            for (int left = size; left > 0; left -= channel.write(zeros)) {
                zeros.clear().limit(Math.min(left, ZEROS));
            }
        }
    }

    private static SharedMemory map(Path file, int size) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedMemory(file, channel.map(MapMode.READ_WRITE, 0, size));
        }
    }

    /** Whether the file is in a folder that the system keeps in memory. */
    boolean isInMemory() {
        return file.startsWith(IN_MEMORY);
    }

    /** Deletes the file if it is still there. The memory stays as long as a process has it mapped. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
