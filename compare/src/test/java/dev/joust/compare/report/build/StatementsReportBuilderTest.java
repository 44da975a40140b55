package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.report.StatementReport;
import dev.joust.compare.report.StatementReport.StatementFinding;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import dev.joust.trial.ExternalRuntime.Launch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StatementsReportBuilderTest {
    private static final RuntimeStatus PYTHON = new RuntimeStatus(
            Set.of("py-threads", "py-processes"),
            Optional.empty(),
            new Launch.Available(List.of("python3"), "CPython 3.11.7"));

    @Test
    void aRightStatementIsConfirmedWhenItsClaimsAreHeld() {
        assertThat(statement(true, 2.0, 2.0).finding()).isEqualTo(StatementFinding.CONFIRMED);
    }

    @Test
    void aWrongStatementIsRefutedWhenTheClaimsAgainstItAreHeld() {
        assertThat(statement(false, 2.0, 2.0).finding()).isEqualTo(StatementFinding.REFUTED);
    }

    @Test
    void cPythonDecidesAndNotItsModelOnTheJvm() {
        assertThat(statement(true, 2.0, 1.0).finding()).isEqualTo(StatementFinding.CONFIRMED);
        assertThat(statement(true, 1.5, 2.0).finding()).isEqualTo(StatementFinding.OPEN);
        assertThat(statement(false, 1.5, 2.0).finding()).isEqualTo(StatementFinding.OPEN);
    }

    @Test
    void eachClaimIsListedWithTheRuntimeOfItsModels() {
        var statement = statement(true, 2.0, 1.0);
        assertThat(statement.cpython())
                .extracting(c -> c.claim())
                .containsExactly("py-processes beats py-threads on makespan by 1.5x");
        assertThat(statement.jvm())
                .extracting(c -> c.claim())
                .containsExactly("processes beats gil-threads on makespan by 1.5x");
    }

    @Test
    void withoutClaimsAboutCPythonItsModelsDecide() {
        var only = new SessionFixture(Profile.ARTICLE)
                .with(stated(true, List.of(claim("processes", "gil-threads")), "processes", "gil-threads"))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.3, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block, 0.01)));
        var statement = new StatementsReportBuilder(only.session(), only.judgement())
                .statements()
                .getFirst();
        assertThat(statement.finding()).isEqualTo(StatementFinding.CONFIRMED);
        assertThat(statement.cpython()).isEmpty();
    }

    @Test
    void whereCPythonIsMissingItsModelsDecideAndItsClaimsAreNotApplicable() {
        var claims = List.of(claim("py-processes", "py-threads"), claim("processes", "gil-threads"));
        var lab = new SessionFixture(Profile.ARTICLE)
                .with(stated(true, claims, "processes", "gil-threads"))
                .runtime("cpython", PYTHON.without("no python3"), "py-processes", "py-threads")
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.3, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block, 0.01)));
        var statement = new StatementsReportBuilder(lab.session(), lab.judgement())
                .statements()
                .getFirst();
        assertThat(statement.finding()).isEqualTo(StatementFinding.CONFIRMED);
        assertThat(statement.cpython()).extracting(c -> c.outcome().word()).containsExactly("not applicable");
        assertThat(statement.jvm()).extracting(c -> c.outcome().word()).containsExactly("held");
    }

    @Test
    void aRefutedClaimContradictsItsStatement() {
        assertThat(statement(true, 1.0, 2.0).finding()).isEqualTo(StatementFinding.CONTRADICTED);
        assertThat(statement(false, 1.0, 2.0).finding()).isEqualTo(StatementFinding.CONTRADICTED);
    }

    @Test
    void aSessionWithoutCPythonReportsNoStatements() {
        var quick = new SessionFixture(Profile.QUICK)
                .with(stated(true, List.of(claim("processes", "gil-threads")), "processes", "gil-threads"))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.3, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block, 0.01)));
        assertThat(new StatementsReportBuilder(quick.session(), quick.judgement()).statements())
                .isEmpty();
    }

    @Test
    void aSessionWithoutAStatementReportsNone() {
        var plain = new SessionFixture(Profile.QUICK).controls();
        assertThat(new StatementsReportBuilder(plain.session(), plain.judgement()).statements())
                .isEmpty();
    }

    private static StatementReport statement(boolean right, double cpython, double jvm) {
        return statements(right, cpython, jvm).getFirst();
    }

    /** The statements of a session in which processes are that many times faster than threads. */
    private static List<StatementReport> statements(boolean right, double cpython, double jvm) {
        var names = new String[] {"py-processes", "py-threads", "processes", "gil-threads"};
        var claims = List.of(claim("py-processes", "py-threads"), claim("processes", "gil-threads"));
        var lab = new SessionFixture(Profile.QUICK)
                .with(stated(right, claims, names))
                .runtime("cpython", PYTHON)
                .arm("py-processes", block -> SampleTrial.batch(SessionFixture.wobble(0.6 / cpython, block, 0.001)))
                .arm("py-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block + 1, 0.001)))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.6 / jvm, block, 0.001)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block, 0.001)));
        return new StatementsReportBuilder(lab.session(), lab.judgement()).statements();
    }

    private static Scenario stated(boolean right, List<Claim> claims, String... arms) {
        var batch = SampleScenarios.batch("race", "Who wins?", List.of(arms), claims.toArray(Claim[]::new));
        return new Scenario(
                batch.name(),
                batch.question(),
                Optional.of(new Scenario.Statement("threads scale", right)),
                batch.workload(),
                batch.pod(),
                batch.arms(),
                batch.judging(),
                Optional.empty());
    }

    private static Claim claim(String arm, String other) {
        return SampleScenarios.claim(arm, other, new Claim.Beats(1.5), Metric.Quantity.MAKESPAN, 7);
    }
}
