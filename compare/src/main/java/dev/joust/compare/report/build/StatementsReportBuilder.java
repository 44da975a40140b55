package dev.joust.compare.report.build;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.report.ClaimReport;
import dev.joust.compare.report.StatementsReport;
import dev.joust.compare.report.StatementsReport.Entry;
import dev.joust.compare.report.StatementsReport.Finding;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Verdict.Outcome;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** Computes the ledger of a session: of each statement of a text, what its scenario found. */
record StatementsReportBuilder(Session session, Judgement judgement) {

    /** Empty where the session was not about CPython: its statements are. */
    StatementsReport ledger() {
        boolean about = session.plan().profile() == Profile.ARTICLE
                || !session.instrument().runtimes().isEmpty();
        return about ? all() : new StatementsReport(List.of());
    }

    private StatementsReport all() {
        return new StatementsReport(judgement.scenarios().stream()
                .flatMap(judged ->
                        judged.evidence().scenario().statement().stream().map(statement -> entry(statement, judged)))
                .toList());
    }

    private Entry entry(Scenario.Statement statement, ScenarioJudgement judged) {
        var scenario = judged.evidence().scenario();
        var runtimes = judged.claims().stream()
                .filter(claim -> isForeign(claim.claim(), scenario))
                .toList();
        var jvm = judged.claims().stream()
                .filter(claim -> !isForeign(claim.claim(), scenario))
                .toList();
        var there = runtimes.stream()
                .filter(claim -> claim.verdict().outcome() != Outcome.NOT_APPLICABLE)
                .toList();
        // the statement is about CPython; where that is not there, the models of it on the JVM are all there is
        return new Entry(
                statement.says(),
                scenario.name(),
                finding(statement, there.isEmpty() ? jvm : there),
                reports(runtimes, scenario),
                reports(jvm, scenario));
    }

    private boolean isForeign(Claim claim, Scenario scenario) {
        // only an arm on another runtime can be absent
        return session.plan().unavailable().stream()
                        .anyMatch(unavailable -> unavailable.concerns(scenario.name(), claim))
                || Stream.of(claim.versus().arm(), claim.versus().other())
                        .map(scenario::arm)
                        .anyMatch(arm -> RuntimeStatus.running(
                                        arm, session.instrument().runtimes())
                                .isPresent());
    }

    private static Finding finding(Scenario.Statement statement, List<ClaimJudgement> claims) {
        if (claims.stream().anyMatch(claim -> claim.verdict().outcome() == Outcome.REFUTED)) {
            return Finding.CONTRADICTED;
        }
        boolean shown = !claims.isEmpty()
                && claims.stream().allMatch(claim -> claim.verdict().outcome() == Outcome.HELD);
        if (!shown) {
            return Finding.OPEN;
        }
        return statement.right() ? Finding.CONFIRMED : Finding.REFUTED;
    }

    private List<ClaimReport> reports(List<ClaimJudgement> claims, Scenario scenario) {
        return claims.stream()
                .map(claim -> new ClaimReportBuilder(session, scenario, claim).report())
                .toList();
    }
}
