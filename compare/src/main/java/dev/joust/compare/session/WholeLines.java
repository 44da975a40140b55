package dev.joust.compare.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Reads the lines of a stream that may come from a stranger: they are bounded in length and number. A last line without
 * its line feed is one that was cut, perhaps within a letter; it is not read.
 */
public final class WholeLines {
    /** The output of a trial is shorter, and a line adds what was seen from outside. */
    private static final int MAX_LINE = 8 << 20;

    private static final int MAX_LINES = 1_000_000;

    private WholeLines() {}

    /** Receives each whole line, and the position after it. */
    @FunctionalInterface
    public interface LineReader {
        void accept(byte[] line, long end) throws IOException;
    }

    /**
     * Reads each whole line, without its line feed.
     *
     * @throws IOException when the stream cannot be read
     * @throws IllegalArgumentException when it has too many lines, or one is too long
     */
    public static void forEach(InputStream in, LineReader reader) throws IOException {
        var line = new ByteArrayOutputStream();
        long position = 0;
        int count = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            position++;
            if (next == '\n') {
                if (++count > MAX_LINES) {
                    throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "the file has more than %d lines", MAX_LINES));
                }
                reader.accept(line.toByteArray(), position);
                line.reset();
            } else if (line.size() == MAX_LINE) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "a line has more than %d bytes", MAX_LINE));
            } else {
                line.write(next);
            }
        }
    }
}
