package dev.joust.compare.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.advise.ServiceMix.Holding;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The waits, against the closed forms of textbooks. */
class QueueFormulasTest {

    /** M/M/1: rho / (mu - lambda). */
    @ParameterizedTest
    @CsvSource({"1, 10", "5, 10", "9, 10", "0.1, 0.2"})
    void exponentialTimesWaitAsInMm1(double rate, double served) {
        var mix = new ServiceMix(rate, 1 / served, 2 / (served * served));
        assertThat(QueueFormulas.pollaczekKhinchine(mix)).isCloseTo(rate / served / (served - rate), within(1e-9));
    }

    /** M/D/1: rho S / 2 / (1 - rho). */
    @ParameterizedTest
    @CsvSource({"40, 0.02, 0.04", "10, 0.05, 0.025", "1, 0.5, 0.25"})
    void constantTimesWaitAsInMd1(double rate, double seconds, double wait) {
        var mix = ServiceMix.of(List.of(new Holding(rate, seconds)));
        assertThat(QueueFormulas.pollaczekKhinchine(mix)).isCloseTo(wait, within(1e-9));
    }

    /** (120 x 0.004^2 + 2 x 0.18^2) / 2 / 0.16. */
    @Test
    void checkoutsWaitForThumbnails() {
        var mix = ServiceMix.of(List.of(new Holding(120, 0.004), new Holding(2, 0.18)));
        assertThat(mix.busy()).isCloseTo(0.84, within(1e-9));
        assertThat(QueueFormulas.pollaczekKhinchine(mix)).isCloseTo(0.2085, within(1e-9));
    }

    @Test
    void aServerWithoutTimeLeftMakesUnitsWaitForEver() {
        assertThat(QueueFormulas.pollaczekKhinchine(ServiceMix.of(List.of(new Holding(50, 0.02)))))
                .isInfinite();
        assertThat(QueueFormulas.allenCunneen(ServiceMix.of(List.of(new Holding(100, 0.02))), 2))
                .isInfinite();
        assertThat(QueueFormulas.allenCunneen(ServiceMix.of(List.of()), 2)).isZero();
    }

    /** By hand: 1/3 for two servers with one unit, 4/9 for three with two. */
    @ParameterizedTest
    @CsvSource({"1, 0.7, 0.7", "2, 1, 0.333333", "3, 2, 0.444444", "2, 0.84, 0.248451"})
    void theChanceToWaitIsErlangs(int servers, double offered, double chance) {
        assertThat(QueueFormulas.erlangC(servers, offered)).isCloseTo(chance, within(1e-6));
    }

    /** M/M/2: rho^2 / (1 - rho^2) / mu. */
    @ParameterizedTest
    @CsvSource({"1", "10", "19"})
    void exponentialTimesWaitAsInMm2(double rate) {
        double served = 10;
        double busy = rate / (2 * served);
        assertThat(QueueFormulas.allenCunneen(new ServiceMix(rate, 1 / served, 2 / (served * served)), 2))
                .isCloseTo(busy * busy / (1 - busy * busy) / served, within(1e-9));
    }

    @Test
    void unitsInFlightAreRateTimesTime() {
        assertThat(QueueFormulas.little(200, 0.05)).isEqualTo(10);
    }

    @Property
    void oneServerWaitsByBothFormulasAlike(
            @ForAll @DoubleRange(min = 0.1, max = 9) double rate,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double seconds) {
        var mix = ServiceMix.of(List.of(new Holding(rate, seconds), new Holding(rate / 10, seconds / 2)));
        assertThat(QueueFormulas.allenCunneen(mix, 1)).isCloseTo(QueueFormulas.pollaczekKhinchine(mix), within(1e-9));
    }

    @Property
    void moreUnitsWaitLonger(
            @ForAll @DoubleRange(min = 0.1, max = 400) double rate,
            @ForAll @DoubleRange(min = 1.01, max = 3) double times,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double seconds,
            @ForAll @IntRange(min = 1, max = 40) int servers) {
        var few = ServiceMix.of(List.of(new Holding(rate, seconds)));
        var many = ServiceMix.of(List.of(new Holding(rate * times, seconds)));
        assertThat(QueueFormulas.allenCunneen(many, servers))
                .isGreaterThanOrEqualTo(QueueFormulas.allenCunneen(few, servers));
        assertThat(QueueFormulas.pollaczekKhinchine(many))
                .isGreaterThanOrEqualTo(QueueFormulas.pollaczekKhinchine(few));
    }

    @Property
    void moreServersWaitShorter(
            @ForAll @DoubleRange(min = 0.1, max = 400) double rate, @ForAll @IntRange(min = 1, max = 40) int servers) {
        var mix = ServiceMix.of(List.of(new Holding(rate, 0.02)));
        assertThat(QueueFormulas.allenCunneen(mix, servers + 1))
                .isLessThanOrEqualTo(QueueFormulas.allenCunneen(mix, servers));
    }

    @Property
    void theChanceToWaitIsAProbability(
            @ForAll @IntRange(min = 1, max = 500) int servers, @ForAll @DoubleRange(min = 0, max = 1) double busy) {
        assertThat(QueueFormulas.erlangC(servers, busy * servers)).isBetween(0.0, 1 + 1e-9);
    }
}
