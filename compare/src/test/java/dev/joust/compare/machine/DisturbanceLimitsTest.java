package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisturbanceLimitsTest {
    private static final long MILLI = 1_000_000;
    private static final DisturbanceLimits QUIET = DisturbanceLimits.fixed(seen(0, 0.01, MILLI), 2);

    @Test
    void theLimitsOfAQuietMachineHaveNoCaution() {
        assertThat(QUIET.stealLimit()).isEqualTo(0.025);
        assertThat(QUIET.foreignLimit()).isEqualTo(0.10);
        assertThat(QUIET.stallLimitNanos()).isEqualTo(10 * MILLI);
        assertThat(QUIET.caution()).isEmpty();
    }

    @Test
    void whatDisturbsTheMachineAtTheStartNeverWidensTheLimits() {
        var rest = seen(0.03, 0.98, 80 * MILLI);
        var restless = DisturbanceLimits.fixed(rest, 2);
        assertThat(restless).isEqualTo(new DisturbanceLimits(rest, 0.025, 0.10, 10 * MILLI));
        assertThat(restless.objection(rest)).isPresent();
        assertThat(restless.caution())
                .hasValue("the machine was not at rest when the session began:"
                        + " 3.0 % of its CPU time was stolen (limit 2.5 %);"
                        + " other processes used 0.98 cores (limit 0.10);"
                        + " it stood still for 80.0 ms at the 99th percentile (limit 10.0 ms)");
    }

    @Test
    void theCautionOfAnOlderSessionWithWiderLimitsStands() {
        var older = new DisturbanceLimits(seen(0, 0.98, MILLI), 0.01, 1.96, 10 * MILLI);
        assertThat(older.objection(seen(0, 0.98, MILLI))).isEmpty();
        assertThat(older.caution()).isPresent();
    }

    @Test
    void aMachineWithManyCoresMayLoseAHundredthOfThem() {
        assertThat(DisturbanceLimits.fixed(seen(0, 0, 0), 64).stealLimit()).isEqualTo(0.01);
    }

    @Test
    void aDisturbanceAtTheLimitIsNoObjection() {
        assertThat(QUIET.objection(seen(0.025, 0.10, 10 * MILLI))).isEmpty();
    }

    @Test
    void eachDisturbanceIsAnObjectionWithItsFigures() {
        assertThat(QUIET.objection(seen(0.031, 0, 0)))
                .hasValue("the machine was disturbed: 3.1 % of its CPU time was stolen (limit 2.5 %)");
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
        assertThat(DisturbanceLimits.fixed(unknown, 2).foreignLimit()).isEqualTo(DisturbanceLimits.MAX_FOREIGN_CORES);
    }

    private static Disturbance seen(double steal, double foreign, long stall) {
        return new Disturbance(
                Optional.of(steal), Optional.of(foreign), Optional.of(stall), Optional.of(stall), Optional.of(stall));
    }
}
