package dev.joust.compare.diff;

import dev.joust.compare.diff.AskedClaim.ClaimSetting;
import dev.joust.compare.diff.ClaimDiff.SideVerdict;
import dev.joust.compare.report.FigureReport;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.SweepJudgement;
import dev.joust.compare.verdict.SweepJudgement.CrossoverJudgement;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The claims of a session, in its order, each with what ran for it. */
record AskedClaims(JudgedSession judged) {

    List<AskedClaim> all() {
        var claims = judged.judgement().scenarios().stream().flatMap(scenario -> scenario.claims().stream()
                .map(claim -> asked(scenario.evidence().scenario(), claim)));
        var crossovers = judged.judgement().sweeps().stream()
                .flatMap(sweep -> sweep.crossovers().stream().map(crossover -> asked(sweep, crossover)));
        return Stream.concat(claims, crossovers).toList();
    }

    private AskedClaim asked(Scenario scenario, ClaimJudgement judgement) {
        var claim = judgement.claim();
        var verdict = judgement.verdict();
        return new AskedClaim(
                scenario.name(),
                claim.toString(),
                List.of(setting(scenario, claim.versus().arm(), claim.versus().other())),
                new SideVerdict(
                        verdict.outcome(),
                        verdict.reason(),
                        verdict.estimate().map(RatioReport::of),
                        Optional.empty()));
    }

    private AskedClaim asked(SweepJudgement sweep, CrossoverJudgement judgement) {
        var between = judgement.claim().between();
        return new AskedClaim(
                "sweep " + sweep.name(),
                judgement.claim().toString(),
                session().plan().scenarios().stream()
                        .filter(scenario -> scenario.point().isPresent())
                        .filter(scenario -> scenario.family().equals(sweep.name()))
                        .map(scenario -> setting(scenario, between.arm(), between.other()))
                        .toList(),
                new SideVerdict(
                        judgement.outcome(),
                        judgement.reason(),
                        Optional.empty(),
                        judgement.found().flatMap(found -> found.estimate()).map(FigureReport::of)));
    }

    private Session session() {
        return judged.session();
    }

    /** An arm whose runtime is missing here is no part of the scenario that runs. */
    private static ClaimSetting setting(Scenario scenario, String one, String other) {
        return new ClaimSetting(
                scenario.workload(),
                scenario.pod(),
                scenario.arms().stream()
                        .filter(arm -> arm.name().equals(one) || arm.name().equals(other))
                        .toList());
    }
}
