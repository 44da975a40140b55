package dev.joust.compare.diff;

import dev.joust.compare.report.FigureReport;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.stats.VerdictOutcome;
import java.util.Locale;
import java.util.Optional;

/**
 * One claim, as two sessions judge it.
 *
 * @param asked where the claim stands, and its words
 * @param reason why the verdicts cannot be compared; empty where they can
 * @param a empty where only the second session asks it
 * @param b empty where only the first session asks it
 */
public record ClaimDiff(
        ClaimPlace asked, ClaimMatch match, Optional<String> reason, Optional<SideVerdict> a, Optional<SideVerdict> b) {

    /** A claim of a scenario or of a sweep. */
    public record ClaimPlace(String scenario, String claim) {
        @Override
        public String toString() {
            return scenario + ": " + claim;
        }
    }

    /**
     * A verdict and what it rests on.
     *
     * @param ratio the advantage of the first arm, of a claim about two arms
     * @param crossover the value of the sweep, of a claim about a crossover
     */
    public record SideVerdict(
            VerdictOutcome outcome, String reason, Optional<RatioReport> ratio, Optional<FigureReport> crossover) {

        /** {@code held, 1.52 [1.47, 1.58] 96.9 %, 6 blocks}. */
        String text() {
            return ratio.map(r -> r.withInterval() + " " + r.basis())
                    .or(() -> crossover.map(FigureReport::text))
                    .map(measured -> outcome.word() + ", " + measured)
                    .orElse(outcome.word() + ": " + reason);
        }
    }

    /** How two verdicts relate, in the order in which they are printed. */
    public enum ClaimMatch {
        SAME("same verdict"),
        ONLY_A("only in A"),
        ONLY_B("only in B"),
        NOT_COMPARABLE("not comparable"),
        /** Inconclusive in one session alone. */
        OPEN("open in one"),
        /** Held in one session, refuted in the other. */
        OPPOSITE("opposite");

        private final String words;

        ClaimMatch(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether two verdicts were compared. */
        boolean compared() {
            return this == SAME || this == OPEN || this == OPPOSITE;
        }
    }

    static ClaimDiff onlyA(AskedClaim claim) {
        return new ClaimDiff(
                place(claim), ClaimMatch.ONLY_A, Optional.empty(), Optional.of(claim.verdict()), Optional.empty());
    }

    static ClaimDiff onlyB(AskedClaim claim) {
        return new ClaimDiff(
                place(claim), ClaimMatch.ONLY_B, Optional.empty(), Optional.empty(), Optional.of(claim.verdict()));
    }

    /** @param doubt why a session cannot be believed; empty where both can */
    static ClaimDiff of(AskedClaim a, AskedClaim b, Optional<String> doubt) {
        var reason = doubt.or(() -> unasked(a, "A")).or(() -> unasked(b, "B")).or(() -> a.difference(b));
        return new ClaimDiff(
                place(a),
                reason.isPresent()
                        ? ClaimMatch.NOT_COMPARABLE
                        : match(a.verdict().outcome(), b.verdict().outcome()),
                reason,
                Optional.of(a.verdict()),
                Optional.of(b.verdict()));
    }

    private static Optional<String> unasked(AskedClaim claim, String side) {
        var outcome = claim.verdict().outcome();
        return outcome.decisive() || outcome == VerdictOutcome.INCONCLUSIVE
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s in %s: %s",
                        outcome.word(),
                        side,
                        claim.verdict().reason()));
    }

    private static ClaimMatch match(VerdictOutcome a, VerdictOutcome b) {
        if (a == b) {
            return ClaimMatch.SAME;
        }
        return a.decisive() && b.decisive() ? ClaimMatch.OPPOSITE : ClaimMatch.OPEN;
    }

    private static ClaimPlace place(AskedClaim claim) {
        return new ClaimPlace(claim.scenario(), claim.claim());
    }

    /** {@code mixed: a beats b on makespan by 1.2x (held here, refuted there)}. */
    String difference() {
        return String.format(
                Locale.ROOT,
                "%s (%s here, %s there)",
                asked,
                a.orElseThrow().outcome().word(),
                b.orElseThrow().outcome().word());
    }
}
