package dev.joust.compare.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what is packed and sent. It is deleted when it is closed, at the latest when this JVM ends. */
final class SendFolder implements AutoCloseable {
    private final Path path;
    private final Thread hook;

    SendFolder() throws IOException {
        path = Files.createTempDirectory("joust-send-");
        hook = Thread.ofPlatform().name("delete-what-was-sent").unstarted(this::delete);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Path path() {
        return path;
    }

    /** An empty folder in it. */
    Path folder(String name) throws IOException {
        return Files.createDirectory(path.resolve(name));
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this JVM ends, and the hook deletes what is left
        }
    }

    private void delete() {
        try {
            for (var file : deepestFirst()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be deleted", e);
        }
    }

    private List<Path> deepestFirst() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
