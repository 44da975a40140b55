package dev.joust.compare.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/**
 * A file in a folder that may come from a stranger. It is read up to a limit, and written without following a link: a
 * link in the folder could name any file of the user.
 */
public record FolderFile(Path path) {

    /**
     * All of its text, without a byte order mark.
     *
     * @throws IOException when it is no regular file, has more bytes than the limit, or is not UTF-8
     */
    public String text(int maxBytes) throws IOException {
        return decoded(bytes(maxBytes));
    }

    /** @throws IOException when it is no regular file, or has more bytes than the limit */
    public byte[] bytes(int maxBytes) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new FileSystemException(path.toString(), null, "it is no regular file");
        }
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new FileSystemException(
                        path.toString(), null, String.format(Locale.ROOT, "it has more than %d bytes", maxBytes));
            }
            return bytes;
        }
    }

    /** The text of these bytes, without a byte order mark. */
    public static String decoded(byte[] bytes) throws IOException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Replaces the file as a whole; a link in its place is replaced, and what it names stays as it is.
     *
     * @throws FolderWriteException when it cannot be written; then the file is as before
     */
    public void replace(String text) throws FolderWriteException {
        var temporary =
                path.resolveSibling(String.format(Locale.ROOT, ".%s.%s.tmp", path.getFileName(), UUID.randomUUID()));
        try {
            try {
                Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new FolderWriteException(path, e);
        }
    }

    /**
     * Writes a new file. One that exists stays as it is, a link too.
     *
     * @return whether it was written
     * @throws FolderWriteException when it cannot be written; then no part of it stays
     */
    public boolean create(String text) throws FolderWriteException {
        try (var out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new FolderWriteException(path, e);
        }
    }

    /**
     * Appends a line, and makes the file if need be.
     *
     * @throws FolderWriteException when it cannot be written; then the file ends with its last whole line
     */
    public void append(String line) throws FolderWriteException {
        try {
            refuseSpecial();
            try (var channel = FileChannel.open(
                    path,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS)) {
                append(channel, line);
            }
        } catch (IOException e) {
            throw new FolderWriteException(path, e);
        }
    }

    static void append(FileChannel channel, String line) throws IOException {
        long before = channel.size();
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            try {
                channel.truncate(before);
            } catch (IOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    /**
     * Drops what follows this many bytes.
     *
     * @throws FolderWriteException when it cannot be written
     */
    public void truncate(long length) throws FolderWriteException {
        try {
            refuseSpecial();
            try (var channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                channel.truncate(length);
            }
        } catch (IOException e) {
            throw new FolderWriteException(path, e);
        }
    }

    /** To open a pipe would block, and to write to a device would lose the line. */
    private void refuseSpecial() throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(path.toString(), null, "it is a link");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path.toString(), null, "it is no regular file");
        }
    }
}
