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
                Optional.of(new CpuReading(10 * SECOND, SECOND, 5 * SECOND, 3 * SECOND, 0, 0)),
                Optional.of(new CpuReading(18 * SECOND, 3 * SECOND, 10 * SECOND, 6 * SECOND, 0, 0)),
                4 * SECOND,
                NONE);
        assertThat(seen.stealShare()).hasValue((2.0 - 0.01) / 8);
        assertThat(seen.foreignCores()).hasValue((2.0 - 0.02) / 4);
    }

    @Test
    void whatATickMayAddDisturbsNoShortWindow() {
        long window = SECOND / 5;
        var limits = DisturbanceLimits.fixed(Disturbance.between(Optional.empty(), Optional.empty(), 1, NONE), 2);
        var oneTick = seen(window, 10_000_000, 20_000_000);
        assertThat(oneTick.stealShare()).hasValue(0.0);
        assertThat(oneTick.foreignCores()).hasValue(0.0);
        assertThat(limits.objection(oneTick)).isEmpty();
    }

    @Test
    void aNeighbourThatTakesATenthOfAShortWindowIsSeen() {
        long window = SECOND / 5;
        var limits = DisturbanceLimits.fixed(Disturbance.between(Optional.empty(), Optional.empty(), 1, NONE), 2);
        assertThat(limits.objection(seen(window, 0, 42_000_000))).isPresent();
        assertThat(limits.objection(seen(window, 30_000_000, 0))).isPresent();
    }

    private static Disturbance seen(long window, long stolen, long foreign) {
        return Disturbance.between(
                Optional.of(new CpuReading(0, 0, 0, 0, 0, 0)),
                Optional.of(new CpuReading(2 * window, stolen, window + foreign, window, 0, 0)),
                window,
                NONE);
    }

    /** Figures of a pair of threads that wake each other, in a window of two seconds. */
    @Test
    void whatTheKernelNeedsToLeaveIdleIsNoNeighbour() {
        assertThat(switching(102_000, 2_540_000_000L, 260_000_000).foreignCores())
                .hasValue(0.0);
    }

    @Test
    void aNeighbourBesideThreadsThatWakeEachOtherIsSeen() {
        var limits = DisturbanceLimits.fixed(Disturbance.between(Optional.empty(), Optional.empty(), 1, NONE), 2);
        assertThat(limits.objection(switching(102_000, 2_540_000_000L, 260_000_000 + 400_000_000)))
                .isPresent();
    }

    @Test
    void withoutIdleTimeSwitchesHideNoNeighbour() {
        assertThat(switching(200_000, 3_700_000_000L, 300_000_000).foreignCores())
                .hasValue(0.14);
    }

    /** Two seconds on two cores with so many switches per second. */
    private static Disturbance switching(long perSecond, long ours, long withoutOwner) {
        return Disturbance.between(
                Optional.of(new CpuReading(0, 0, 0, 0, 0, 0)),
                Optional.of(new CpuReading(4 * SECOND, 0, ours + withoutOwner, ours, 0, 2 * perSecond)),
                2 * SECOND,
                NONE);
    }

    @Test
    void whatRanBetweenTheTwoReadingsAtTheEndMayBeOurs() {
        assertThat(late(0).foreignCores()).hasValue(0.98);
        assertThat(late(400_000_000).foreignCores()).hasValue(0.58);
        assertThat(late(2 * SECOND).foreignCores()).hasValue(0.0);
    }

    /** One second on two busy cores, of which one is foreign, with such a delay at the end. */
    private static Disturbance late(long nanos) {
        return Disturbance.between(
                Optional.of(new CpuReading(0, 0, 0, 0, SECOND, 0)),
                Optional.of(new CpuReading(2 * SECOND, 0, 2 * SECOND, SECOND, nanos, 0)),
                SECOND,
                NONE);
    }

    @Test
    void theErrorOfTheSampledCountNeverMakesANegativeTime() {
        var seen = Disturbance.between(
                Optional.of(new CpuReading(0, 0, 0, 0, 0, 0)),
                Optional.of(new CpuReading(2 * SECOND, 0, SECOND, SECOND + 5, 0, 0)),
                SECOND,
                NONE);
        assertThat(seen.foreignCores()).hasValue(0.0);
    }

    @Test
    void aValueThatIsMissingAtOneEndIsUnknown() {
        var reading = Optional.of(new CpuReading(0, 0, 0, 0, 0, 0));
        var nothing = new Disturbance(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(Disturbance.between(reading, Optional.empty(), SECOND, NONE)).isEqualTo(nothing);
        assertThat(Disturbance.between(Optional.empty(), reading, SECOND, NONE)).isEqualTo(nothing);
    }
}
