package dev.joust.compare.verdict;

import dev.joust.compare.session.Session;
import dev.joust.compare.stats.BeatsRule;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.stats.Rule;
import dev.joust.compare.stats.TiesRule;
import dev.joust.compare.stats.Verdict;
import dev.joust.scenario.Claim;
import java.util.List;
import java.util.Locale;

/**
 * Judges one claim after another by the evidence of their scenario.
 *
 * @param cores the cores of the machine
 */
record ClaimCheck(Session session, int cores) {

    Verdict verdict(Claim claim, Evidence evidence, Look look) {
        var unavailable = session.plan().unavailable().stream()
                .filter(arm -> arm.concerns(evidence.scenario().name(), claim))
                .findFirst();
        if (unavailable.isPresent()) {
            return Verdict.notApplicable(String.format(
                    Locale.ROOT,
                    "%s is not available: %s",
                    unavailable.get().arm(),
                    unavailable.get().reason()));
        }
        var bounded = evidence.bounded(claim.metric());
        bounded.retainAll(List.of(claim.versus().arm(), claim.versus().other()));
        if (!bounded.isEmpty()) {
            return Verdict.inconclusive(String.format(
                    Locale.ROOT,
                    "only a lower bound is known of %s of %s, because units were unfinished",
                    claim.metric(),
                    String.join(" and ", bounded)));
        }
        double[] advantages = advantages(claim, evidence.values(claim.metric()));
        int granted = evidence.scenario().cores(cores);
        if (granted < claim.cores()) {
            var tie = new TiesRule(session.plan().profile().looks().margin()).judge(advantages, look.confidence());
            return tie.withoutNeed(
                    String.format(Locale.ROOT, "it needs %s cores, its trials had %s", claim.cores(), granted));
        }
        return rule(claim).judge(advantages, look.confidence());
    }

    static double[] advantages(Claim claim, Blocks values) {
        return values.advantages(claim.versus().arm(), claim.versus().other());
    }

    static Rule rule(Claim claim) {
        return switch (claim.versus().relation()) {
            case Claim.Beats(double by) -> new BeatsRule(by);
            case Claim.Ties(double within) -> new TiesRule(within);
        };
    }
}
