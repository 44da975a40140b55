package dev.joust.compare.plan;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of a session cannot be written: the disk is full, the folder has vanished, or a link stands in its place. The
 * message is one line for the user; the exit code is 70. What was written before is whole.
 */
public final class FolderWriteException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderWriteException(Path file, IOException cause) {
        super(String.format(Locale.ROOT, "%s cannot be written: %s", file, reason(cause)), cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> "its folder does not exist";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> cause.getMessage();
        };
    }
}
