package dev.joust.compare.stats;

import java.util.Optional;

/**
 * What became of a claim, and why.
 *
 * @param outcome the word
 * @param reason one line for the reader
 * @param estimate what was measured; there is always one behind {@code held} and {@code refuted}, with blocks enough
 */
public record Verdict(Outcome outcome, String reason, Optional<Estimate> estimate) {

    /** The words of a verdict. */
    public enum Outcome {
        HELD("held"),
        REFUTED("refuted"),
        INCONCLUSIVE("inconclusive"),
        NOT_APPLICABLE("not applicable");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Verdict {
        if ((outcome == Outcome.HELD || outcome == Outcome.REFUTED)
                && !estimate.map(Estimate::achievable).orElse(false)) {
            throw new IllegalArgumentException(
                    "a decision needs an interval of the confidence asked for: " + outcome.word() + ", " + estimate);
        }
    }

    public static Verdict held(String reason, Estimate estimate) {
        return new Verdict(Outcome.HELD, reason, Optional.of(estimate));
    }

    public static Verdict refuted(String reason, Estimate estimate) {
        return new Verdict(Outcome.REFUTED, reason, Optional.of(estimate));
    }

    public static Verdict inconclusive(String reason, Estimate estimate) {
        return new Verdict(Outcome.INCONCLUSIVE, reason, Optional.of(estimate));
    }

    /** Nothing was measured that could decide: no valid block, or a control withheld the verdict. */
    public static Verdict inconclusive(String reason) {
        return new Verdict(Outcome.INCONCLUSIVE, reason, Optional.empty());
    }

    /** A need that the claim states is missing on this machine. */
    public static Verdict notApplicable(String need) {
        return new Verdict(Outcome.NOT_APPLICABLE, need, Optional.empty());
    }

    /**
     * What this verdict on a tie says of a claim that a need of its own rules out here: whether the two tie.
     *
     * @param need what is missing
     */
    public Verdict withoutNeed(String need) {
        var tie =
                switch (outcome) {
                    case HELD -> "with these the two tie";
                    case REFUTED -> "with these too they do not tie";
                    case INCONCLUSIVE, NOT_APPLICABLE -> "whether the two tie with these is open";
                };
        return new Verdict(Outcome.NOT_APPLICABLE, "%s; %s".formatted(need, tie), estimate);
    }

    /** Whether more blocks cannot be asked to decide. */
    public boolean decided() {
        return outcome != Outcome.INCONCLUSIVE;
    }

    /**
     * This verdict as one of several claims of a session: a decision whose p-value, adjusted for all of them, is above
     * the level becomes inconclusive. A verdict never becomes stronger.
     *
     * @param adjusted this claim's value in {@link Holm#adjust}
     * @param alpha the level of the look
     */
    public Verdict surviving(double adjusted, double alpha) {
        boolean decision = outcome == Outcome.HELD || outcome == Outcome.REFUTED;
        if (!decision || adjusted <= alpha) {
            return this;
        }
        return new Verdict(
                Outcome.INCONCLUSIVE,
                Words.of(
                        "%s alone, but not among the claims of the session: p = %.2g after Holm, above %.2g",
                        outcome.word(), adjusted, alpha),
                estimate);
    }
}
