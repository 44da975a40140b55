package dev.joust.compare.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LooksTest {

    @Test
    void fullLooksAfterEightSixteenAndTwentyFourBlocks() {
        assertThat(Looks.FULL.next(0)).hasValue(8);
        assertThat(Looks.FULL.next(7)).hasValue(8);
        assertThat(Looks.FULL.next(8)).hasValue(16);
        assertThat(Looks.FULL.next(16)).hasValue(24);
        assertThat(Looks.FULL.next(24)).isEmpty();
        assertThat(Looks.FULL.last()).hasValue(24);
        assertThat(Looks.FULL.alpha()).isEqualTo(0.05 / 3);
        assertThat(IntStream.rangeClosed(0, 30).filter(Looks.FULL::now)).containsExactly(8, 16, 24);
    }

    @Test
    void quickLooksOnceAtTheLeastNumberOfBlocksThatCanFire() {
        assertThat(Looks.QUICK.next(0)).hasValue(6);
        assertThat(Looks.QUICK.next(6)).isEmpty();
        assertThat(Looks.QUICK.last()).hasValue(6);
        assertThat(Looks.QUICK.alpha()).isEqualTo(0.05);
        assertThat(Wilcoxon.leastBlocks(Looks.QUICK.alpha())).isEqualTo(Looks.QUICK.blocks());
        assertThat(2 * Wilcoxon.of(6).atMost(0)).as("2/2^6").isCloseTo(0.031, within(0.0005));
    }

    @Test
    void smokeJudgesNothing() {
        assertThat(Looks.SMOKE.blocks()).isEqualTo(1);
        assertThat(Looks.SMOKE.judges()).isFalse();
        assertThat(Looks.SMOKE.next(0)).isEmpty();
        assertThat(Looks.SMOKE.last()).isEmpty();
        assertThat(Looks.SMOKE.now(1)).isFalse();
        assertThatIllegalStateException().isThrownBy(Looks.SMOKE::alpha).withMessage("smoke judges nothing");
    }

    @Test
    void noLookOfAnyProfileIsOneThatCouldNeverFire() {
        int looks = 0;
        for (Looks profile : Looks.values()) {
            int done = 0;
            while (profile.next(done).isPresent()) {
                int look = profile.next(done).getAsInt();
                assertThat(look).as("%s after %d blocks", profile, done).isGreaterThan(done);
                double[] unanimous = new double[look];
                Arrays.fill(unanimous, 1);
                assertThat(new Rule.Beats(1.5)
                                .judge(unanimous, profile.confidence())
                                .outcome())
                        .as("%s at %d blocks", profile, look)
                        .isEqualTo(Verdict.Outcome.HELD);
                looks++;
                done = look;
            }
        }
        assertThat(looks).isEqualTo(4);
    }

    @Test
    void theLooksOfASessionSpendFivePercentTogetherAndEndWithItsBlocks() {
        for (Looks profile : Looks.values()) {
            if (profile.judges()) {
                assertThat(profile.alpha() * profile.at().size()).isCloseTo(0.05, within(1e-15));
                assertThat(profile.last()).hasValue(profile.blocks());
                assertThat(profile.at()).isSorted();
            }
        }
    }

    @Test
    void theMarginIsFinerWhereThereAreMoreBlocks() {
        assertThat(Looks.FULL.margin()).isEqualTo(0.05);
        assertThat(Looks.QUICK.margin()).isEqualTo(0.25);
    }
}
