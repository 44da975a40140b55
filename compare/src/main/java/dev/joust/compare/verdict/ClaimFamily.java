package dev.joust.compare.verdict;

import dev.joust.compare.stats.Holm;
import dev.joust.compare.stats.Verdict;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The judged claims of a session as one family: {@link Holm} adjusts their p-values.
 *
 * @param adjusted the adjusted p-value of each claim
 * @param alpha the level of a look
 */
record ClaimFamily(Map<ClaimJudgement, Double> adjusted, double alpha) {

    static ClaimFamily of(List<ScenarioJudgement> scenarios, double alpha) {
        Map<ClaimJudgement, Double> p = new IdentityHashMap<>();
        for (var scenario : scenarios) {
            for (var judged : scenario.claims()) {
                var claim = judged.claim();
                var advantages =
                        ClaimCheck.advantages(claim, scenario.evidence().values(claim.metric()));
                if (judged.verdict().outcome() != VerdictOutcome.NOT_APPLICABLE && advantages.length > 0) {
                    p.put(judged, ClaimCheck.rule(claim).p(advantages));
                }
            }
        }
        var claims = List.copyOf(p.keySet());
        double[] holm = Holm.adjust(claims.stream().mapToDouble(p::get).toArray());
        for (int i = 0; i < holm.length; i++) {
            p.put(claims.get(i), holm[i]);
        }
        return new ClaimFamily(p, alpha);
    }

    Verdict verdict(ClaimJudgement claim) {
        return adjusted.containsKey(claim) ? claim.verdict().surviving(adjusted.get(claim), alpha) : claim.verdict();
    }
}
