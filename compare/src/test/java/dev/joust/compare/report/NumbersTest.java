package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void figuresHaveFourSignificantDigitsAndNeverAnExponent() {
        assertThat(Numbers.figure(3.5)).isEqualTo("3.500");
        assertThat(Numbers.figure(0.000123456)).isEqualTo("0.0001235");
        assertThat(Numbers.figure(999.96)).isEqualTo("1000");
        assertThat(Numbers.figure(12.346)).isEqualTo("12.35");
        assertThat(Numbers.figure(1_234_567.8)).isEqualTo("1,234,568");
    }

    @Test
    void countsStayWhole() {
        assertThat(Numbers.figure(12)).isEqualTo("12");
        assertThat(Numbers.figure(0)).isEqualTo("0");
    }

    @Test
    void ratiosShowTheDigitsThatCanBeBelieved() {
        assertThat(Numbers.ratio(1.518)).isEqualTo("1.52");
        assertThat(Numbers.ratio(12.34)).isEqualTo("12.3");
        assertThat(Numbers.ratio(1234.5)).isEqualTo("1,235");
    }

    @Test
    void whatIsUnknownIsNotAvailable() {
        assertThat(Numbers.figure(Optional.empty())).isEqualTo("n/a");
        assertThat(Numbers.figure(Optional.empty(), "s")).isEqualTo("n/a");
        assertThat(Numbers.percent(Optional.empty())).isEqualTo("n/a");
        assertThat(Numbers.percent(Optional.of(0.004))).isEqualTo("0.4 %");
    }
}
