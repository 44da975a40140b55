package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Duration LEAST = Duration.ofNanos(1_000);
    private static final Duration OTHERWISE = Duration.ofMillis(5);

    @ParameterizedTest
    @CsvSource({"1000ns, 1000", "1us, 1000", "250 us, 250000", "20ms, 20000000", "2s, 2000000000"})
    void aDurationHasAUnit(String given, long nanos) {
        assertThat(interval(given)).isEqualTo(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5m", "ms", "-5ms", "5ms later", ""})
    void anythingElseIsRefusedWithAnExample(String given) {
        assertThatThrownBy(() -> interval(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("option 'interval' of some-model must be a duration with a unit (ns, us, ms, s, min),"
                        + " for example 5ms, found '" + given + "'");
    }

    @Test
    void aDurationBelowTheMinimumIsRefused() {
        assertThatThrownBy(() -> interval("999ns"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("option 'interval' of some-model must be at least 1000ns, found '999ns'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401s", "99999999999s"})
    void aDurationAboveADayIsRefused(String given) {
        assertThatThrownBy(() -> interval(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("option 'interval' of some-model must be at most 86400000ms, found '" + given + "'");
    }

    @Test
    void anOptionThatIsNotGivenHasItsDefault() {
        var options = options(Map.of()).known(Set.of("interval", "forced"));
        assertThat(options.duration("interval", LEAST, OTHERWISE)).isEqualTo(OTHERWISE);
        assertThat(options.flag("forced", true)).isTrue();
        assertThat(options.flag("forced", false)).isFalse();
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThat(options(Map.of("forced", "true")).flag("forced", false)).isTrue();
        assertThat(options(Map.of("forced", "false")).flag("forced", true)).isFalse();
    }

    @Test
    void aWordIsOneOfTheKnownOnesAndTheFirstByDefault() {
        assertThat(options(Map.of()).oneOf("kind", "tall", "small")).isEqualTo("tall");
        assertThat(options(Map.of("kind", "small")).oneOf("kind", "tall", "small"))
                .isEqualTo("small");
        assertThatThrownBy(() -> options(Map.of("kind", "Tall")).oneOf("kind", "tall", "small"))
                .hasMessage("option 'kind' of some-model must be tall or small, found 'Tall'");
    }

    @Test
    void anUnknownOptionIsRefusedWhereNoneIsKnown() {
        assertThatThrownBy(() -> options(Map.of("b", "1", "a", "1")).known(Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown option 'a' of some-model; known: none");
    }

    private static Duration interval(String given) {
        return options(Map.of("interval", given)).known(Set.of("interval")).duration("interval", LEAST, OTHERWISE);
    }

    private static Options options(Map<String, String> given) {
        return new Options("some-model", given);
    }
}
