package dev.joust.compare.session;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The folder for files that trials make and read. Nothing in it outlives a run. */
public record ScratchFolder(Path path) {

    /** Removes the folder with all that is in it, without following links, and makes it anew. */
    void renew() throws IOException {
        remove();
        Files.createDirectories(path);
    }

    /** Removes the folder with all that is in it, without following links. */
    public void remove() throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(path, new Removal());
        }
    }

    /** Removes links, not what they name. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
            if (failed != null) {
                throw failed;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
