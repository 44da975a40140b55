package dev.joust.trial;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Histograms of nanoseconds, and their text form: HdrHistogram's compressed encoding in Base64. */
public final class Histograms {
    static final int SIGNIFICANT_DIGITS = 3;
    static final long MAX_NANOS = TimeUnit.HOURS.toNanos(1);

    /** A histogram with a value in every one of its buckets has less. */
    private static final int MAX_TEXT = 1 << 20;

    private Histograms() {}

    /** An empty histogram with three significant digits. It grows with its values. */
    public static Histogram empty() {
        var histogram = new Histogram(SIGNIFICANT_DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, MAX_NANOS));
    }

    static String encoded(Histogram histogram) {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    /**
     * The histogram with this text form.
     *
     * @throws IllegalArgumentException when the text is not a histogram's
     */
    public static Histogram decoded(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "a histogram has at most %d characters, found %d", MAX_TEXT, text.length()));
        }
        try {
            var compressed = Base64.getDecoder().decode(text);
            HistogramHeader.read(compressed).check();
            var histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0);
            if (histogram.getTotalCount() < 0) { // seen by a property test: spoilt counts whose sum overflows
                throw new IllegalArgumentException("a histogram's counts overflow");
            }
            histogram.setAutoResize(true);
            return histogram;
        } catch (DataFormatException | BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a compressed HdrHistogram: " + e.getMessage(), e);
        }
    }
}
