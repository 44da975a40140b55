package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutsideObserverTest {
    private static final long MILLI = 1_000_000;

    @Test
    void twoReadingsThatAreAsFarApartAsTheWindowTellOfIt() {
        assertThat(OutsideObserver.isLate(5_000 * MILLI, 5_000 * MILLI)).isFalse();
        assertThat(OutsideObserver.isLate(5_350 * MILLI, 5_000 * MILLI)).isFalse();
        assertThat(OutsideObserver.isLate(310 * MILLI, 200 * MILLI)).isFalse();
    }

    @Test
    void twoReadingsThatAreFurtherApartTellOfAnotherTime() {
        assertThat(OutsideObserver.isLate(5_351 * MILLI, 5_000 * MILLI)).isTrue();
        assertThat(OutsideObserver.isLate(10_000 * MILLI, 5_000 * MILLI)).isTrue();
        assertThat(OutsideObserver.isLate(311 * MILLI, 200 * MILLI)).isTrue();
    }
}
