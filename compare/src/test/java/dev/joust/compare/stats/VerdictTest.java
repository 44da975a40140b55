package dev.joust.compare.stats;

import static dev.joust.compare.stats.VerdictOutcome.HELD;
import static dev.joust.compare.stats.VerdictOutcome.INCONCLUSIVE;
import static dev.joust.compare.stats.VerdictOutcome.REFUTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Estimate ENOUGH = new Estimate(0.5, 0.4, 0.6, 6, new Confidence(0.95, 0.96875));
    private static final Estimate TOO_FEW = new Estimate(0.5, 0.4, 0.6, 5, new Confidence(0.95, 0.9375));

    @Test
    void theWordsAreThoseOfTheField() {
        assertThat(Arrays.stream(VerdictOutcome.values()).map(VerdictOutcome::word))
                .containsExactly("held", "refuted", "inconclusive", "not applicable", "not judged");
    }

    @Test
    void tooFewBlocksCannotDecide() {
        assertThatIllegalArgumentException().isThrownBy(() -> Verdict.held("", TOO_FEW));
        assertThatIllegalArgumentException().isThrownBy(() -> Verdict.refuted("", TOO_FEW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(HELD, "", Optional.empty()));
        assertThat(Verdict.inconclusive("", TOO_FEW).decided()).isFalse();
    }

    @Test
    void aMissingNeedIsDecidedBecauseMoreBlocksCannotHelp() {
        assertThat(Verdict.notApplicable("needs 4 cores, there are 2").decided())
                .isTrue();
        assertThat(Verdict.held("", ENOUGH).decided()).isTrue();
        assertThat(Verdict.refuted("", ENOUGH).decided()).isTrue();
        assertThat(Verdict.inconclusive("no block").decided()).isFalse();
    }

    @Test
    void aDecisionThatDoesNotSurviveItsFamilyBecomesInconclusive() {
        Verdict refuted = Verdict.refuted("", ENOUGH);
        assertThat(refuted.surviving(0.05, 0.05)).isEqualTo(refuted);
        Verdict fallen = refuted.surviving(0.0625, 0.05);
        assertThat(fallen.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(fallen.estimate()).contains(ENOUGH);
        assertThat(fallen.reason())
                .isEqualTo("refuted alone, but not among all claims of the session: p = 0.063 after Holm, above 0.050");
    }

    @Test
    void adjustingNeverMakesAVerdictStronger() {
        Verdict open = Verdict.inconclusive("", ENOUGH);
        Verdict notApplicable = Verdict.notApplicable("");
        assertThat(open.surviving(0, 0.05)).isEqualTo(open);
        assertThat(notApplicable.surviving(1, 0.05)).isEqualTo(notApplicable);
    }

    @Test
    void ofTwoClaimsAtSixBlocksOneAloneWouldHaveDecided() {
        double[] far = {0.9, 0.91, 0.92, 0.93, 0.94, 0.95};
        double[] none = {0.01, -0.02, 0.03, -0.04, 0.05, -0.06};
        Rule rule = new BeatsRule(1.1);
        double[] adjusted = Holm.adjust(rule.p(LogRatios.of(far)), new BeatsRule(1).p(LogRatios.of(none)));
        assertThat(rule.judge(LogRatios.of(far), 0.95).outcome()).isEqualTo(HELD);
        assertThat(rule.judge(LogRatios.of(far), 0.95)
                        .surviving(adjusted[0], 0.05)
                        .outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(new BeatsRule(10).judge(LogRatios.of(far), 0.95).outcome()).isEqualTo(REFUTED);
    }
}
