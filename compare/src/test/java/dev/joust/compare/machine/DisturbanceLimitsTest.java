package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisturbanceLimitsTest {
    private static final long MILLI = 1_000_000;
    private static final DisturbanceLimits QUIET = DisturbanceLimits.calibrated(seen(0, 0.01, MILLI));

    @Test
    void theFloorsAreTheLimitsOfAQuietMachine() {
        assertThat(QUIET.stealLimit()).isEqualTo(DisturbanceLimits.STEAL_FLOOR);
        assertThat(QUIET.foreignLimit()).isEqualTo(DisturbanceLimits.FOREIGN_FLOOR);
        assertThat(QUIET.stallLimitNanos()).isEqualTo(DisturbanceLimits.STALL_FLOOR_NANOS);
        assertThat(QUIET.caution()).isEmpty();
    }

    @Test
    void theLimitsOfADisturbedMachineAreTwiceItsDisturbanceAtRestWithACaution() {
        var restless = DisturbanceLimits.calibrated(seen(0.02, 0.3, 80 * MILLI));
        assertThat(restless.stealLimit()).isEqualTo(0.04);
        assertThat(restless.foreignLimit()).isEqualTo(0.6);
        assertThat(restless.stallLimitNanos()).isEqualTo(160 * MILLI);
        assertThat(restless.caution())
                .hasValue("the machine was not at rest when the session began:"
                        + " 2.0 % of its CPU time was stolen (limit 1.0 %);"
                        + " other processes used 0.30 cores (limit 0.10);"
                        + " it stood still for 80.0 ms at the 99th percentile (limit 10.0 ms)");
    }

    @Test
    void aDisturbanceAtTheLimitIsNoObjection() {
        assertThat(QUIET.objection(seen(0.01, 0.10, 10 * MILLI))).isEmpty();
    }

    @Test
    void eachDisturbanceIsAnObjectionWithItsFigures() {
        assertThat(QUIET.objection(seen(0.031, 0, 0)))
                .hasValue("the machine was disturbed: 3.1 % of its CPU time was stolen (limit 1.0 %)");
        assertThat(QUIET.objection(seen(0, 0.42, 0)))
                .hasValue("the machine was disturbed: other processes used 0.42 cores (limit 0.10)");
        assertThat(QUIET.objection(seen(0, 0, 61 * MILLI)))
                .hasValue(
                        "the machine was disturbed: it stood still for 61.0 ms at the 99th percentile (limit 10.0 ms)");
    }

    @Test
    void lateWakeUpsThatOurOwnLoadMayHaveCausedAreNoObjection() {
        var once = new Disturbance(
                Optional.empty(),
                Optional.empty(),
                Optional.of(240 * MILLI),
                Optional.of(900 * MILLI),
                Optional.of(MILLI));
        assertThat(QUIET.objection(once)).isEmpty();
    }

    @Test
    void anUnknownValueIsNoObjection() {
        var unknown = new Disturbance(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(QUIET.objection(unknown)).isEmpty();
        assertThat(DisturbanceLimits.calibrated(unknown).foreignLimit()).isEqualTo(DisturbanceLimits.FOREIGN_FLOOR);
    }

    private static Disturbance seen(double steal, double foreign, long stall) {
        return new Disturbance(
                Optional.of(steal), Optional.of(foreign), Optional.of(stall), Optional.of(stall), Optional.of(stall));
    }
}
