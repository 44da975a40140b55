package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistogramsTest {
    private static final int COOKIE = 0x1C849313;
    private static final int COMPRESSED_COOKIE = 0x1C849314;

    @Test
    void theLongestTimeIsWithinTheBounds() {
        var histogram = Histograms.empty();
        Histograms.record(histogram, Long.MAX_VALUE);
        assertThat(Histograms.decoded(Histograms.encoded(histogram)).getMaxValue())
                .isGreaterThanOrEqualTo(TimeUnit.HOURS.toNanos(1));
    }

    @ParameterizedTest
    @CsvSource({
        "16, 0, 5, 1, 9223372036854775807",
        "16, 0, 3, 1, 9223372036854775807",
        "16, 0, 5, 1, 1000000",
        "2147483647, 0, 3, 1, 1000000",
        "-1, 0, 3, 1, 1000000",
        "16, 7, 3, 1, 1000000",
        "16, 0, 3, 0, 1000000",
        "16, 0, 3, 1, -5",
    })
    void aHeaderCannotAskForMemory(int payload, int offset, int digits, long lowest, long highest) {
        var plain = ByteBuffer.allocate(56)
                .putInt(COOKIE)
                .putInt(payload)
                .putInt(offset)
                .putInt(digits)
                .putLong(lowest)
                .putLong(highest)
                .putDouble(1);
        assertThatThrownBy(() -> Histograms.decoded(compressed(plain.array())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a histogram has 3 digits");
    }

    @Test
    void aHistogramOfFiveDigitsIsRefusedAlthoughItIsOne() {
        var histogram = new Histogram(TimeUnit.HOURS.toNanos(1), 5);
        histogram.recordValue(7);
        assertThatThrownBy(() -> Histograms.decoded(Histograms.encoded(histogram)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String compressed(byte[] plain) {
        var buffer = ByteBuffer.allocate(256).putInt(COMPRESSED_COOKIE);
        try (var deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            int length = deflater.deflate(buffer.array(), 8, 248);
            buffer.putInt(length);
            return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), 8 + length));
        }
    }
}
