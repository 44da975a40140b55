package dev.joust.compare.session;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.UsageException;
import dev.joust.trial.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** A file of {@link JsonLines} that is only appended to. */
record ResultLines<T>(Path file, JsonLines<T> lines) {
    ResultLines(Path file, Class<T> type, Consumer<T> check) {
        this(file, new JsonLines<>(file.toString(), type, check));
    }

    /**
     * Reads all whole lines.
     *
     * @throws UsageException when one is not of this type or out of bounds, or the file cannot be read
     */
    List<T> read() {
        try (var in = open()) {
            return lines.read(in);
        } catch (IOException e) {
            throw lines.unreadable(0, e);
        }
    }

    /**
     * Counts the whole lines and reads the last one, without reading the others.
     *
     * @throws UsageException when it is not of this type or out of bounds, or the file cannot be read
     */
    JsonLines.LastLine<T> readLast() {
        try (var in = open()) {
            return lines.readLast(in);
        } catch (IOException e) {
            throw lines.unreadable(e);
        }
    }

    /**
     * The SHA-256 of the whole file, in hexadecimal digits.
     *
     * @throws UsageException when it cannot be read
     */
    String sha256() {
        try (var in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw lines.unreadable(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Drops a last line that was cut short, so that the next one starts on a line of its own. */
    void dropCutLine() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        long end;
        try (var in = open()) {
            end = lines.end(in);
        } catch (IrregularFileException e) {
            throw lines.unreadable(e);
        }
        if (end < Files.size(file)) {
            new FolderFile(file).truncate(end);
        }
    }

    void append(T value) throws FolderWriteException {
        new FolderFile(file).append(Json.line(value));
    }

    private InputStream open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IrregularFileException();
        }
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private static final class IrregularFileException extends IOException {
        private static final long serialVersionUID = 1L;

        IrregularFileException() {
            super("it is no regular file");
        }
    }
}
