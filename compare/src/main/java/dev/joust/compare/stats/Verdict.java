package dev.joust.compare.stats;

import java.util.Locale;
import java.util.Optional;

/**
 * The verdict on a claim, with its reason.
 *
 * @param reason one line for the reader
 * @param estimate what was measured; {@code held} and {@code refuted} always have one, from enough blocks
 */
public record Verdict(VerdictOutcome outcome, String reason, Optional<Estimate> estimate) {

    public Verdict {
        if (outcome.decisive() && !estimate.map(Estimate::achievable).orElse(false)) {
            throw new IllegalArgumentException("a verdict of held or refuted needs an interval of the requested"
                    + " confidence: " + outcome.word() + ", " + estimate);
        }
    }

    public static Verdict held(String reason, Estimate estimate) {
        return new Verdict(VerdictOutcome.HELD, reason, Optional.of(estimate));
    }

    public static Verdict refuted(String reason, Estimate estimate) {
        return new Verdict(VerdictOutcome.REFUTED, reason, Optional.of(estimate));
    }

    public static Verdict inconclusive(String reason, Estimate estimate) {
        return new Verdict(VerdictOutcome.INCONCLUSIVE, reason, Optional.of(estimate));
    }

    /** Inconclusive without an estimate: no block is valid, or the verdict is withheld. */
    public static Verdict inconclusive(String reason) {
        return new Verdict(VerdictOutcome.INCONCLUSIVE, reason, Optional.empty());
    }

    /** Not applicable: this machine lacks something that the claim needs. */
    public static Verdict notApplicable(String need) {
        return new Verdict(VerdictOutcome.NOT_APPLICABLE, need, Optional.empty());
    }

    /** Not judged: the profile runs too few blocks. */
    public static Verdict notJudged(String reason) {
        return new Verdict(VerdictOutcome.NOT_JUDGED, reason, Optional.empty());
    }

    /**
     * Turns this verdict on a tie into the verdict on a claim whose need is not met here. The reason says whether the
     * two models tie without it.
     *
     * @param need what is missing
     */
    public Verdict withoutNeed(String need) {
        var tie =
                switch (outcome) {
                    case HELD -> "here the two tie";
                    case REFUTED -> "here too the two do not tie";
                    case INCONCLUSIVE, NOT_APPLICABLE, NOT_JUDGED -> "whether the two tie here is open";
                };
        return new Verdict(VerdictOutcome.NOT_APPLICABLE, String.format(Locale.ROOT, "%s; %s", need, tie), estimate);
    }

    /** Whether more blocks could not change this verdict. */
    public boolean decided() {
        return outcome != VerdictOutcome.INCONCLUSIVE;
    }

    /**
     * This verdict as one of several claims of a session. It becomes inconclusive where its p-value, adjusted for all
     * claims, is above the level. A verdict never becomes stronger.
     *
     * @param adjusted this claim's value in {@link Holm#adjust}
     * @param alpha the level of the look
     */
    public Verdict surviving(double adjusted, double alpha) {
        if (!outcome.decisive() || adjusted <= alpha) {
            return this;
        }
        return new Verdict(
                VerdictOutcome.INCONCLUSIVE,
                String.format(
                        Locale.ROOT,
                        "%s alone, but not among all claims of the session: p = %.2g after Holm, above %.2g",
                        outcome.word(),
                        adjusted,
                        alpha),
                estimate);
    }
}
