package dev.joust.compare.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** When a miss tells the two locks apart. */
class MissedFigureTest {
    private static final Tolerance FIVE_PERCENT = Tolerance.within(0.05);

    @Test
    void aMissCountsWhereTheRoundsAreFurtherApartThanTheTolerance() {
        assertThat(isOpen(FIVE_PERCENT, rounds(1, 1.1, 1.2), rounds(1.27, 1.3, 1.4)))
                .isFalse();
        assertThat(isOpen(FIVE_PERCENT, rounds(1.27, 1.3, 1.4), rounds(1, 1.1, 1.2)))
                .isFalse();
    }

    @Test
    void aMissIsOpenWhereTheRoundsAreNear() {
        assertThat(isOpen(FIVE_PERCENT, rounds(1, 1.1, 1.2), rounds(1.15, 1.3, 1.4)))
                .as("the ranges overlap")
                .isTrue();
        assertThat(isOpen(FIVE_PERCENT, rounds(1, 1.1, 1.2), rounds(1.25, 1.3, 1.4)))
                .as("the nearest ends agree")
                .isTrue();
        assertThat(isOpen(FIVE_PERCENT, rounds(1, 1.1, 1.2), rounds(0.96, 0.97, 0.98)))
                .as("from below")
                .isTrue();
        assertThat(isOpen(FIVE_PERCENT, rounds(1, 1.01, 1.04), rounds(1.01, 1.2, 1.3)))
                .as("the lock's rounds alone are far from one another")
                .isTrue();
    }

    @Test
    void everyKindOfToleranceCanBeOpen() {
        assertThat(isOpen(new Tolerance.Apart(0.2), rounds(0.1, 0.2, 0.4), rounds(0.3, 0.5, 0.6)))
                .isTrue();
        assertThat(isOpen(new Tolerance.Apart(0.2), rounds(0.1, 0.2, 0.25), rounds(0.5, 0.55, 0.6)))
                .isFalse();
        assertThat(isOpen(new Tolerance.EachWithin(0.97, 1.03), rounds(0.9, 0.96, 1), rounds(0.99, 1, 1.01)))
                .isTrue();
        assertThat(isOpen(new Tolerance.EachWithin(0.97, 1.03), rounds(0.9, 0.95, 0.96), rounds(0.99, 1, 1.01)))
                .as("no round of CPython keeps it, so it measures something else here")
                .isFalse();
        assertThat(isOpen(new Tolerance.EachAbove(3), rounds(2, 2.5, 4), rounds(3.5, 4, 5)))
                .isTrue();
    }

    @Test
    void oneRoundOfCPythonMissesNothing() {
        assertThat(isOpen(FIVE_PERCENT, rounds(1), rounds(1.2))).isFalse();
    }

    /** Three of eleven rounds at one end are no doubt about the median of a lock: of five, one is. */
    @Test
    void ofManyRoundsTheMiddleOnesCount() {
        double[] eleven = rounds(0.7, 0.8, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.3);
        double[] five = rounds(0.8, 1, 1, 1, 1.2);

        assertThat(Spread.ofMiddle(eleven)).contains(new Spread(1, 1, 1, 7));
        assertThat(Spread.ofMiddle(five)).contains(new Spread(1, 0.8, 1.2, 5));
        assertThat(Spread.ofMiddle(rounds(Double.NaN))).isEmpty();
        assertThat(isOpen(FIVE_PERCENT, eleven, eleven(1.2))).isFalse();
        assertThat(isOpen(FIVE_PERCENT, five, rounds(1.2, 1.2, 1.2, 1.2, 1.2))).isTrue();
    }

    private static double[] eleven(double value) {
        double[] values = new double[11];
        Arrays.fill(values, value);
        return values;
    }

    private static boolean isOpen(Tolerance tolerance, double[] cpython, double[] java) {
        return MissedFigure.of(tolerance, cpython, java).isOpen();
    }

    private static double[] rounds(double... figures) {
        return figures;
    }
}
