package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Any line is a message, and any text a histogram, or an {@link IllegalArgumentException}. {@code
 * -Djqwik.tries.default=1000000} runs the long form.
 */
final class ProtocolFuzzTest {
    private static final String[] LINES = {
        "{\"type\":\"hello\",\"runtime\":\"JVM 25\",\"pid\":1}",
        "{\"type\":\"window\",\"start\":true}",
        "{\"type\":\"calibration\",\"calibration\":{\"unitsPerMilli\":{\"mix\":1.5}}}",
        "{\"type\":\"failed\",\"reason\":\"why\"}"
    };

    private static final byte[] HISTOGRAM = histogram();

    @Property
    void anyBytesAreAMessageOrRefused(@ForAll byte[] bytes) {
        read(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property
    void aMessageThatIsCutIsRefused(@ForAll @IntRange(max = 3) int line, @ForAll @IntRange(max = 80) int length) {
        read(LINES[line].substring(0, Math.min(length, LINES[line].length())));
    }

    @Property
    void aMessageThatIsSpoiltIsAMessageOrRefused(
            @ForAll @IntRange(max = 3) int line,
            @ForAll @IntRange(max = 80) int at,
            @ForAll @Size(max = 4) byte[] bytes) {
        read(new String(overwritten(LINES[line].getBytes(StandardCharsets.UTF_8), at, bytes), StandardCharsets.UTF_8));
    }

    @Property
    void anyBytesAreAHistogramOrRefused(@ForAll byte[] bytes) {
        decode(bytes);
    }

    @Property
    void aHistogramThatIsCutIsAHistogramOrRefused(@ForAll @IntRange(max = 200) int length) {
        decode(Arrays.copyOf(HISTOGRAM, Math.min(length, HISTOGRAM.length)));
    }

    @Property
    void aHistogramThatIsSpoiltIsAHistogramOrRefused(
            @ForAll @IntRange(max = 200) int at, @ForAll @Size(max = 4) byte[] bytes) {
        decode(overwritten(HISTOGRAM, at, bytes));
    }

    private static void read(String line) {
        try {
            assertThat(Json.read(line, Message.class)).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("not a Message: ");
        }
    }

    private static void decode(byte[] bytes) {
        try {
            assertThat(Histograms.decoded(Base64.getEncoder().encodeToString(bytes))
                            .getTotalCount())
                    .isNotNegative();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    private static byte[] overwritten(byte[] good, int at, byte[] bytes) {
        var spoilt = good.clone();
        int start = Math.min(at, good.length);
        System.arraycopy(bytes, 0, spoilt, start, Math.min(bytes.length, good.length - start));
        return spoilt;
    }

    private static byte[] histogram() {
        var histogram = Histograms.empty();
        for (long nanos = 1; nanos < 1L << 40; nanos *= 3) {
            Histograms.record(histogram, nanos);
        }
        return Base64.getDecoder().decode(Histograms.encoded(histogram));
    }
}
