package dev.joust.compare.verdict;

import dev.joust.compare.stats.Holm;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The judged claims of a session as one family: {@link Holm} adjusts their p-values. Of several machines, the verdicts
 * on machines like these are a second family: they answer another question, and nobody chooses between the two.
 *
 * @param adjusted the adjusted p-value of each claim
 * @param alike that of each claim on machines like these
 * @param alpha the level of a look
 */
record ClaimFamily(Map<ClaimJudgement, Double> adjusted, Map<ClaimJudgement, Double> alike, double alpha) {

    static ClaimFamily of(List<ScenarioJudgement> scenarios, double alpha) {
        Map<ClaimJudgement, Double> p = new IdentityHashMap<>();
        Map<ClaimJudgement, Double> alike = new IdentityHashMap<>();
        for (var scenario : scenarios) {
            for (var judged : scenario.claims()) {
                var claim = judged.claim();
                var advantages = ClaimCheck.advantages(claim, ClaimCheck.values(claim, scenario.evidence()));
                if (judged.verdict().outcome() != VerdictOutcome.NOT_APPLICABLE && !advantages.isEmpty()) {
                    p.put(judged, ClaimCheck.rule(claim).p(advantages));
                }
                judged.machines()
                        .flatMap(machines -> machines.p(ClaimCheck.rule(claim)))
                        .ifPresent(found -> alike.put(judged, found));
            }
        }
        return new ClaimFamily(holm(p), holm(alike), alpha);
    }

    private static Map<ClaimJudgement, Double> holm(Map<ClaimJudgement, Double> p) {
        var claims = List.copyOf(p.keySet());
        double[] holm = Holm.adjust(claims.stream().mapToDouble(p::get).toArray());
        Map<ClaimJudgement, Double> adjusted = new IdentityHashMap<>();
        for (int i = 0; i < holm.length; i++) {
            adjusted.put(claims.get(i), holm[i]);
        }
        return adjusted;
    }

    /** The claim with the verdicts that survive. */
    ClaimJudgement adjusted(ClaimJudgement judged) {
        var verdict = adjusted.containsKey(judged)
                ? judged.verdict().surviving(adjusted.get(judged), alpha)
                : judged.verdict();
        var machines = alike.containsKey(judged)
                ? judged.machines().map(across -> across.with(across.alike().surviving(alike.get(judged), alpha)))
                : judged.machines();
        return new ClaimJudgement(judged.claim(), verdict, machines);
    }
}
