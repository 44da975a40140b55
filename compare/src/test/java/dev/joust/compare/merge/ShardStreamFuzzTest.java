package dev.joust.compare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.UsageException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any bytes are shards or refused in one line; a log is written by machines that nobody here controls. */
final class ShardStreamFuzzTest {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final byte[] GOOD = ShardSamples.stream("2/3", "anvil").getBytes(StandardCharsets.UTF_8);

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes, @ForAll boolean partial) {
        read(bytes, partial);
    }

    @Property(tries = 300)
    void aStreamWithOtherBytesSomewhereIsReadOrRefused(
            @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int position,
            @ForAll byte[] other,
            @ForAll boolean partial) {
        var bytes = GOOD.clone();
        int at = position % bytes.length;
        System.arraycopy(other, 0, bytes, at, Math.min(other.length, bytes.length - at));
        read(bytes, partial);
    }

    @Property(tries = 100)
    void aStreamThatEndsAnywhereIsUsedAsFarAsItGoes(@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int position) {
        var bytes = new byte[position % GOOD.length];
        System.arraycopy(GOOD, 0, bytes, 0, bytes.length);
        boolean withHeader = new String(bytes, StandardCharsets.UTF_8).contains("\n");
        assertThat(read(bytes, true)).isEqualTo(withHeader);
        assertThat(read(bytes, false)).isFalse();
    }

    /** Whether it is read; else it is refused in one line. */
    private static boolean read(byte[] bytes, boolean partial) {
        List<String> said = new ArrayList<>();
        try {
            new ShardStream("log", partial, said::add).read(new ByteArrayInputStream(bytes));
            return true;
        } catch (UsageException refused) {
            assertThat(refused.getMessage()).doesNotContainPattern(CONTROL);
            return false;
        }
    }
}
