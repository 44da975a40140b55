package dev.joust.compare.report.build;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.report.ClaimReport;
import dev.joust.compare.report.StatementReport;
import dev.joust.compare.report.StatementReport.StatementFinding;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** Computes what each statement of an article came to, by the scenario that tests it. */
record StatementsReportBuilder(Session session, Judgement judgement) {

    /** Empty where the session is not about CPython, because the statements are. */
    List<StatementReport> statements() {
        boolean aboutCPython = session.plan().profile() == Profile.ARTICLE
                || !session.instrument().runtimes().isEmpty();
        return aboutCPython
                ? judgement.scenarios().stream().flatMap(this::statements).toList()
                : List.of();
    }

    private Stream<StatementReport> statements(ScenarioJudgement judged) {
        return judged.evidence().scenario().statement().stream().map(statement -> report(statement, judged));
    }

    private StatementReport report(Scenario.Statement statement, ScenarioJudgement judged) {
        var scenario = judged.evidence().scenario();
        var cpython = judged.claims().stream()
                .filter(claim -> isExternal(claim.claim(), scenario))
                .toList();
        var jvm = judged.claims().stream()
                .filter(claim -> !isExternal(claim.claim(), scenario))
                .toList();
        var applicable = cpython.stream()
                .filter(claim -> claim.verdict().outcome() != VerdictOutcome.NOT_APPLICABLE)
                .toList();
        // The statement is about CPython. Where CPython is not available, its analogues on the JVM decide.
        return new StatementReport(
                statement.says(),
                scenario.name(),
                finding(statement, applicable.isEmpty() ? jvm : applicable),
                reports(cpython, scenario),
                reports(jvm, scenario));
    }

    private boolean isExternal(Claim claim, Scenario scenario) {
        // Only an arm on another runtime than the JVM can be unavailable.
        return session.plan().unavailable().stream()
                        .anyMatch(unavailable -> unavailable.concerns(scenario.name(), claim))
                || Stream.of(claim.versus().arm(), claim.versus().other())
                        .map(scenario::arm)
                        .anyMatch(arm -> RuntimeStatus.running(
                                        arm, session.instrument().runtimes())
                                .isPresent());
    }

    private static StatementFinding finding(Scenario.Statement statement, List<ClaimJudgement> claims) {
        if (claims.stream().anyMatch(claim -> claim.verdict().outcome() == VerdictOutcome.REFUTED)) {
            return StatementFinding.CONTRADICTED;
        }
        boolean allHeld = !claims.isEmpty()
                && claims.stream().allMatch(claim -> claim.verdict().outcome() == VerdictOutcome.HELD);
        if (!allHeld) {
            return StatementFinding.OPEN;
        }
        return statement.right() ? StatementFinding.CONFIRMED : StatementFinding.REFUTED;
    }

    private List<ClaimReport> reports(List<ClaimJudgement> claims, Scenario scenario) {
        return claims.stream()
                .map(claim -> new ClaimReportBuilder(session, scenario, claim).report())
                .toList();
    }
}
