package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisturbanceTest {
    private static final long SECOND = 1_000_000_000;
    private static final Stalls NONE = new Stalls(() -> 0, nanos -> {});

    @Test
    void stealIsAShareOfAllCoresAndForeignTimeIsInCores() {
        var seen = Disturbance.between(
                Optional.of(new CpuReading(10 * SECOND, SECOND, 5 * SECOND, 3 * SECOND)),
                Optional.of(new CpuReading(18 * SECOND, 3 * SECOND, 10 * SECOND, 6 * SECOND)),
                4 * SECOND,
                NONE);
        assertThat(seen.stealShare()).hasValue(0.25);
        assertThat(seen.foreignCores()).hasValue(0.5);
    }

    @Test
    void theErrorOfTheSampledCountNeverMakesANegativeTime() {
        var seen = Disturbance.between(
                Optional.of(new CpuReading(0, 0, 0, 0)),
                Optional.of(new CpuReading(2 * SECOND, 0, SECOND, SECOND + 5)),
                SECOND,
                NONE);
        assertThat(seen.foreignCores()).hasValue(0.0);
    }

    @Test
    void aValueThatIsMissingAtOneEndIsUnknown() {
        var reading = Optional.of(new CpuReading(0, 0, 0, 0));
        var nothing = new Disturbance(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(Disturbance.between(reading, Optional.empty(), SECOND, NONE)).isEqualTo(nothing);
        assertThat(Disturbance.between(Optional.empty(), reading, SECOND, NONE)).isEqualTo(nothing);
    }
}
