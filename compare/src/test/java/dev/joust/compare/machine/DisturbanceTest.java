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
        assertThat(seen.stealShare()).hasValue((2.0 - 0.01) / 8);
        assertThat(seen.foreignCores()).hasValue((2.0 - 0.02) / 4);
    }

    @Test
    void whatATickMayAddDisturbsNoShortWindow() {
        long window = SECOND / 5;
        var limits = DisturbanceLimits.fixed(Disturbance.between(Optional.empty(), Optional.empty(), 1, NONE));
        var oneTick = seen(window, 10_000_000, 20_000_000);
        assertThat(oneTick.stealShare()).hasValue(0.0);
        assertThat(oneTick.foreignCores()).hasValue(0.0);
        assertThat(limits.objection(oneTick)).isEmpty();
    }

    @Test
    void aNeighbourThatTakesATenthOfAShortWindowIsSeen() {
        long window = SECOND / 5;
        var limits = DisturbanceLimits.fixed(Disturbance.between(Optional.empty(), Optional.empty(), 1, NONE));
        assertThat(limits.objection(seen(window, 0, 42_000_000))).isPresent();
        assertThat(limits.objection(seen(window, 20_000_000, 0))).isPresent();
    }

    private static Disturbance seen(long window, long stolen, long foreign) {
        return Disturbance.between(
                Optional.of(new CpuReading(0, 0, 0, 0)),
                Optional.of(new CpuReading(2 * window, stolen, window + foreign, window)),
                window,
                NONE);
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
