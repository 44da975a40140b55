package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DelayTest {

    @ParameterizedTest
    @CsvSource({"0s, 0", "7ns, 7", "1500us, 1500000", "20ms, 20000000", "60s, 60000000000", "60000000000ns, 60000000000"
    })
    void aDelayIsDigitsAndAUnit(String text, long nanos) throws Refusal {
        assertThat(Delay.nanos(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "20", "ms", "-1ms", "+1ms", "1.5ms", "1 ms", "1MS", "1m", "1ms1", "٣ms", "1234567890123ns"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Delay.nanos(text))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        "delay must be a duration with a unit (ns, us, ms, s), for example 20ms: delay=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"61s", "60001ms", "60000001us", "60000000001ns", "999999999999s"})
    void moreThanAMinuteIsRefused(String text) {
        assertThatThrownBy(() -> Delay.nanos(text)).hasMessage("delay must be from 0s to 60s: delay=" + text);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999999, 1", "1000000, 1", "1000001, 2", "1500000, 2", "60000000000, 60000"})
    void theTimerIsNeverShorterThanTheDelay(long nanos, long millis) {
        assertThat(Delay.timerMillis(nanos)).isEqualTo(millis);
    }
}
