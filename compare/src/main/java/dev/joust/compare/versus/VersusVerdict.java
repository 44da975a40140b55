package dev.joust.compare.versus;

import dev.joust.compare.plan.VersusCommandLine;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Scenario;
import java.util.List;

/**
 * The verdict on a change in one scenario.
 *
 * @param finding the verdict in a sentence
 * @param pair what the base says of itself, in a sentence
 * @param blocks with a valid trial of head and base
 */
public record VersusVerdict(Scenario scenario, ChangeOutcome change, String finding, String pair, int blocks) {

    /** The verdicts of a session, in the order of its scenarios; none where it holds no change. */
    public static List<VersusVerdict> of(JudgedSession judged) {
        return judged.judgement().scenarios().stream()
                .filter(scenario ->
                        isVersus(judged.session(), scenario.evidence().scenario()))
                .map(scenario -> new ChangeJudge(judged, scenario).verdict())
                .toList();
    }

    private static boolean isVersus(Session session, Scenario scenario) {
        var plan = session.plan();
        return VersusCommandLine.of(plan.profile(), plan.seed(), scenario).isPresent();
    }
}
