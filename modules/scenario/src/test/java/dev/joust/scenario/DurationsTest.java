package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0ns, 0",
        "1000ns, 1000",
        "250 us, 250000",
        "1.5ms, 1500000",
        "2s, 2000000000",
        "10min, 600000000000",
        "0.5ns, 0",
        "99999999999999999999min, 9223372036854775807",
    })
    void aNumberWithAUnitIsADuration(String text, long nanos) {
        assertThat(Durations.parse(text)).contains(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5m", "ms", "-5ms", "5ms later", ".5s", "1,5s", "1e3ms", ""})
    void anyOtherTextIsNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void aWholeNumberOfMillisecondsIsPrintedInThem() {
        assertThat(Durations.format(Duration.ofSeconds(60))).isEqualTo("60000ms");
        assertThat(Durations.format(Duration.ofNanos(1_500))).isEqualTo("1500ns");
    }
}
