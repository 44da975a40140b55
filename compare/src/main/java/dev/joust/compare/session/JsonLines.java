package dev.joust.compare.session;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.UsageException;
import dev.joust.trial.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads lines of JSON from a buffered stream. A last line without its line feed is one that was cut, perhaps within a
 * letter; it is not read. A byte order mark, carriage returns and empty lines, which editors add, are ignored.
 *
 * @param name of the stream, for messages
 * @param check refuses a value that is out of bounds, by an {@link IllegalArgumentException}
 */
record JsonLines<T>(String name, Class<T> type, Consumer<T> check) {
    /**
     * How many lines there are, and the last of them.
     *
     * @param lines whole lines that are not empty
     */
    record LastLine<T>(int lines, Optional<T> last) {}

    /**
     * Reads all whole lines.
     *
     * @throws UsageException when one is not of this type or out of bounds, or the stream cannot be read
     */
    List<T> read(InputStream in) {
        List<T> all = new ArrayList<>();
        int[] number = {0};
        try {
            WholeLines.forEach(in, (line, _) -> {
                number[0]++;
                var text = FolderFile.decoded(line);
                if (!text.isBlank()) {
                    all.add(value(text));
                }
            });
            return all;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(number[0], e);
        }
    }

    /** The refusal of a line; 0 where none was read. */
    UsageException unreadable(int line, Exception e) {
        return new UsageException(String.format(Locale.ROOT, "%s:%d: %s", name, Math.max(1, line), e.getMessage()));
    }

    /**
     * Counts the whole lines and reads the last one, without reading the others.
     *
     * @throws UsageException when it is not of this type or out of bounds, or the stream cannot be read
     */
    LastLine<T> readLast(InputStream in) {
        int[] lines = {0};
        byte[][] last = {new byte[0]};
        try {
            WholeLines.forEach(in, (line, _) -> {
                if (line.length > 1) {
                    lines[0]++;
                    last[0] = line;
                }
            });
            var text = FolderFile.decoded(last[0]);
            return new LastLine<>(lines[0], text.isBlank() ? Optional.empty() : Optional.of(value(text)));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /**
     * The position after the last whole line.
     *
     * @throws UsageException when the stream cannot be one of these lines
     */
    long end(InputStream in) throws IOException {
        long[] end = {0};
        try {
            WholeLines.forEach(in, (_, position) -> end[0] = position);
            return end[0];
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** The refusal of the whole stream. */
    UsageException unreadable(Exception e) {
        return new UsageException(String.format(Locale.ROOT, "%s: %s", name, e.getMessage()));
    }

    private T value(String text) {
        var value = Json.read(text, type);
        check.accept(value);
        return value;
    }
}
