package dev.joust.compare.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.fidelity.Tolerance.All;
import dev.joust.compare.fidelity.Tolerance.Apart;
import dev.joust.compare.fidelity.Tolerance.EachAbove;
import dev.joust.compare.fidelity.Tolerance.EachWithin;
import dev.joust.compare.fidelity.Tolerance.JavaAbove;
import dev.joust.compare.fidelity.Tolerance.PositiveAlways;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of tolerance, on both sides of its bounds. */
class ToleranceTest {

    @Test
    void aRatioHoldsUpToItsBounds() {
        var tolerance = Tolerance.within(0.05);
        assertThat(tolerance.admits(at(200), at(209))).isTrue();
        assertThat(tolerance.admits(at(200), at(191))).isTrue();
        assertThat(tolerance.admits(at(200), at(211))).isFalse();
        assertThat(tolerance.admits(at(200), at(189))).isFalse();
    }

    @Test
    void aFactorHoldsBothWays() {
        var tolerance = Tolerance.factor(2);
        assertThat(tolerance.admits(at(35), at(69))).isTrue();
        assertThat(tolerance.admits(at(35), at(18))).isTrue();
        assertThat(tolerance.admits(at(35), at(71))).isFalse();
        assertThat(tolerance.admits(at(35), at(17))).isFalse();
    }

    @Test
    void bothSidesMustLieWithinTheBounds() {
        var tolerance = new EachWithin(0.93, 1.12);
        assertThat(tolerance.admits(at(0.93), at(1.12))).isTrue();
        assertThat(tolerance.admits(at(0.92), at(1))).isFalse();
        assertThat(tolerance.admits(at(1), at(1.13))).isFalse();
    }

    @Test
    void bothSidesMustLieAboveTheBound() {
        var tolerance = new EachAbove(10);
        assertThat(tolerance.admits(at(11), at(60))).isTrue();
        assertThat(tolerance.admits(at(9), at(60))).isFalse();
        assertThat(tolerance.admits(at(60), at(9))).isFalse();
    }

    @Test
    void theSidesDifferByAtMostTheBound() {
        var tolerance = new Apart(0.15);
        assertThat(tolerance.admits(at(-0.8), at(-0.9))).isTrue();
        assertThat(tolerance.admits(at(-0.8), at(-0.96))).isFalse();
        assertThat(tolerance.admits(at(-0.96), at(-0.8))).isFalse();
    }

    @Test
    void oneRoundThatIsNotPositiveMisses() {
        var tolerance = new PositiveAlways();
        assertThat(tolerance.admits(new Spread(0.2, 0.1, 0.3, 5), new Spread(0.2, 0.01, 0.3, 5)))
                .isTrue();
        assertThat(tolerance.admits(new Spread(0.2, 0.1, 0.3, 5), new Spread(0.2, 0, 0.3, 5)))
                .isFalse();
        assertThat(tolerance.admits(new Spread(0.2, -0.1, 0.3, 5), at(0.2))).isFalse();
    }

    @Test
    void onlyJavaMustLieAboveTheBound() {
        var tolerance = new JavaAbove(3);
        assertThat(tolerance.needsCPython()).isFalse();
        assertThat(tolerance.admits(at(0), at(3.1))).isTrue();
        assertThat(tolerance.admits(at(0), at(3))).isFalse();
    }

    @Test
    void allPartsMustHold() {
        var tolerance = new All(List.of(new EachWithin(0.93, 1.12), new Apart(0.08)));
        assertThat(tolerance.admits(at(1), at(1.07))).isTrue();
        assertThat(tolerance.admits(at(1), at(1.1))).isFalse();
        assertThat(tolerance.admits(at(1.1), at(1.15))).isFalse();
        assertThat(tolerance.text()).isEqualTo("each 0.93 to 1.12; at most 0.08 apart");
    }

    private static Spread at(double value) {
        return new Spread(value, value, value, 1);
    }
}
