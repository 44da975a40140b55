package dev.joust.compare.verdict;

import dev.joust.compare.stats.Estimate;
import dev.joust.compare.stats.PairedComparison;
import dev.joust.compare.stats.Verdict;
import dev.joust.compare.stats.Winner;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import java.util.List;
import java.util.Optional;

/**
 * What the judge says of a session.
 *
 * @param status whether the instrument can be believed
 * @param scenarios what was found, in the order of the session
 */
public record Judgement(Status status, List<ScenarioJudgement> scenarios) {

    /** Whether the instrument can be believed. */
    public enum Status {
        /** Every control did as it must. */
        SOUND("sound"),
        /** A control that has no winner has one, or arithmetic did not come out: the verdicts are withheld. */
        CONTAMINATED("contaminated"),
        /** An effect that was put there was not found: what was not found elsewhere may be there. */
        UNDERPOWERED("underpowered"),
        /** No control was asked for. */
        UNCONTROLLED("without controls"),
        /** The profile judges nothing. */
        UNJUDGED("not judged");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One scenario.
     *
     * @param evidence what the judgement rests on
     * @param comparisons every pair in the primary metric
     * @param winner who came first in the primary metric; empty for controls and where nothing is judged
     * @param claims what became of the claims
     * @param control what became of the control, if it is one
     */
    public record ScenarioJudgement(
            Evidence evidence,
            List<PairedComparison> comparisons,
            Optional<Winner> winner,
            List<ClaimJudgement> claims,
            Optional<ControlJudgement> control) {

        /** Whether more blocks could not change anything that was asked. */
        boolean decided() {
            return claims.stream().allMatch(c -> c.verdict().decided())
                    && control.stream().allMatch(ControlJudgement::passed);
        }
    }

    /** What became of a claim. */
    public record ClaimJudgement(Claim claim, Verdict verdict) {}

    /**
     * What became of a control.
     *
     * @param passed whether it did as it must
     * @param finding what was found, in a sentence
     */
    public record ControlJudgement(Control control, boolean passed, String finding, Optional<Estimate> estimate) {}

    /** All claims of the session. */
    List<ClaimJudgement> claims() {
        return scenarios.stream().flatMap(s -> s.claims().stream()).toList();
    }

    /** The scenarios that more blocks could say more about, by name. */
    public List<String> open() {
        return scenarios.stream()
                .filter(s -> !s.decided())
                .map(s -> s.evidence().scenario().name())
                .toList();
    }

    /** The exit code: 0 all held, 1 one refuted, 2 inconclusive. */
    public int exitCode() {
        if (status == Status.UNJUDGED) {
            boolean allValid = scenarios.stream().allMatch(s -> s.evidence().scenario().arms().stream()
                    .allMatch(arm -> s.evidence().all(arm).stream().allMatch(Checked::valid)
                            && !s.evidence().valid(arm).isEmpty()));
            return allValid ? 0 : 2;
        }
        if (count(Verdict.Outcome.REFUTED) > 0) {
            return 1;
        }
        return count(Verdict.Outcome.INCONCLUSIVE) > 0 || status == Status.CONTAMINATED || status == Status.UNDERPOWERED
                ? 2
                : 0;
    }

    /** How many claims have that verdict. */
    long count(Verdict.Outcome outcome) {
        return claims().stream().filter(c -> c.verdict().outcome() == outcome).count();
    }
}
