package dev.joust.trial;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The header of an encoded histogram. The decoder allocates what the header asks for, gigabytes at its worst, so the
 * header is checked first.
 *
 * @param payload the length of the counts in bytes
 * @param offset the shift of the counts; a histogram of nanoseconds has none
 * @param highest the highest value that the histogram can count
 */
record HistogramHeader(int payload, int offset, int digits, long lowest, long highest) {
    /** The compressed form's cookie and length. */
    private static final int COMPRESSED_PREFIX = 8;

    private static final int SIZE = 40;

    /** A histogram that grows doubles its range, so it can count values above the highest that is recorded. */
    private static final long MAX_HIGHEST = 4 * Histograms.MAX_NANOS;

    private static final int MAX_PAYLOAD = 1 << 20;

    /** Inflates the header and nothing after it. */
    static HistogramHeader read(byte[] compressed) throws DataFormatException {
        if (compressed.length < COMPRESSED_PREFIX) {
            throw new DataFormatException("it ends before its header");
        }
        var plain = new byte[SIZE];
        try (var inflater = new Inflater()) {
            inflater.setInput(compressed, COMPRESSED_PREFIX, compressed.length - COMPRESSED_PREFIX);
            if (inflater.inflate(plain) < SIZE) {
                throw new DataFormatException("it ends within its header");
            }
        }
        var header = ByteBuffer.wrap(plain, Integer.BYTES, SIZE - Integer.BYTES);
        return new HistogramHeader(
                header.getInt(), header.getInt(), header.getInt(), header.getLong(), header.getLong());
    }

    /**
     * Checks that this is a histogram of nanoseconds as trial processes make them.
     *
     * @throws DataFormatException when it is another one
     */
    void check() throws DataFormatException {
        boolean known = digits == Histograms.SIGNIFICANT_DIGITS
                && lowest == 1
                && highest >= 2
                && highest <= MAX_HIGHEST
                && offset == 0
                && payload >= 0
                && payload <= MAX_PAYLOAD;
        if (!known) {
            throw new DataFormatException(String.format(
                    Locale.ROOT,
                    "a histogram has %d digits and counts 1 to %d at most, found %s",
                    Histograms.SIGNIFICANT_DIGITS,
                    MAX_HIGHEST,
                    this));
        }
    }
}
