package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.report.StatementsReport;
import dev.joust.compare.report.StatementsReport.Finding;
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
        assertThat(entry(true, 2.0, 2.0).finding()).isEqualTo(Finding.CONFIRMED);
    }

    @Test
    void aWrongStatementIsRefutedWhenTheClaimsAgainstItAreHeld() {
        assertThat(entry(false, 2.0, 2.0).finding()).isEqualTo(Finding.REFUTED);
    }

    @Test
    void whatCPythonDidDecidesAndNotItsModelOnTheJvm() {
        assertThat(entry(true, 2.0, 1.0).finding()).isEqualTo(Finding.CONFIRMED);
        assertThat(entry(true, 1.5, 2.0).finding()).isEqualTo(Finding.OPEN);
        assertThat(entry(false, 1.5, 2.0).finding()).isEqualTo(Finding.OPEN);
    }

    @Test
    void theClaimsStandWhereTheirModelsRun() {
        var entry = entry(true, 2.0, 1.0);
        assertThat(entry.cpython())
                .extracting(c -> c.claim())
                .containsExactly("py-processes beats py-threads on makespan by 1.5x");
        assertThat(entry.jvm())
                .extracting(c -> c.claim())
                .containsExactly("processes beats gil-threads on makespan by 1.5x");
    }

    @Test
    void withoutCPythonItsModelsAreAllThereIs() {
        var only = new SessionFixture(Profile.ARTICLE)
                .with(stated(true, List.of(claim("processes", "gil-threads")), "processes", "gil-threads"))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.3, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block, 0.01)));
        var ledger = new StatementsReportBuilder(only.session(), only.judgement()).ledger();
        assertThat(ledger.entries().getFirst().finding()).isEqualTo(Finding.CONFIRMED);
        assertThat(ledger.entries().getFirst().cpython()).isEmpty();
    }

    @Test
    void whereCPythonIsMissingItsModelsDecideAndItsClaimsAreNotApplicable() {
        var claims = List.of(claim("py-processes", "py-threads"), claim("processes", "gil-threads"));
        var lab = new SessionFixture(Profile.ARTICLE)
                .with(stated(true, claims, "processes", "gil-threads"))
                .runtime("cpython", PYTHON.without("no python3"), "py-processes", "py-threads")
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.3, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block, 0.01)));
        var entry = new StatementsReportBuilder(lab.session(), lab.judgement())
                .ledger()
                .entries()
                .getFirst();
        assertThat(entry.finding()).isEqualTo(Finding.CONFIRMED);
        assertThat(entry.cpython()).extracting(c -> c.outcome().word()).containsExactly("not applicable");
        assertThat(entry.jvm()).extracting(c -> c.outcome().word()).containsExactly("held");
    }

    @Test
    void aClaimThatMeasuringRefutesIsNotPassedOver() {
        assertThat(entry(true, 1.0, 2.0).finding()).isEqualTo(Finding.CONTRADICTED);
        assertThat(entry(false, 1.0, 2.0).finding()).isEqualTo(Finding.CONTRADICTED);
    }

    @Test
    void aSessionThatIsNotAboutCPythonSaysNothingOfIt() {
        var quick = new SessionFixture(Profile.QUICK)
                .with(stated(true, List.of(claim("processes", "gil-threads")), "processes", "gil-threads"))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.3, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block, 0.01)));
        assertThat(new StatementsReportBuilder(quick.session(), quick.judgement())
                        .ledger()
                        .entries())
                .isEmpty();
    }

    @Test
    void aSessionOfNoStatementHasAnEmptyLedger() {
        var plain = new SessionFixture(Profile.QUICK).controls();
        var ledger = new StatementsReportBuilder(plain.session(), plain.judgement()).ledger();
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.text()).isEmpty();
        assertThat(ledger.table().filled()).isFalse();
    }

    @Test
    void theTextSaysWhatWasFoundBesideTheStatement() {
        assertThat(ledger(false, 2.0, 2.0).text())
                .startsWith(
                        "REFUTED   : \"threads scale\"\n  CPython : py-processes beats py-threads on makespan by 1.5x: held, 2.00 [")
                .contains("\n  JVM     : processes beats gil-threads on makespan by 1.5x: held, 2.00 [")
                .endsWith("  evidence: scenario race\n\n");
    }

    private static StatementsReport.Entry entry(boolean right, double cpython, double jvm) {
        return ledger(right, cpython, jvm).entries().getFirst();
    }

    /** The ratios that processes reach over threads. */
    private static StatementsReport ledger(boolean right, double cpython, double jvm) {
        var names = new String[] {"py-processes", "py-threads", "processes", "gil-threads"};
        var claims = List.of(claim("py-processes", "py-threads"), claim("processes", "gil-threads"));
        var lab = new SessionFixture(Profile.QUICK)
                .with(stated(right, claims, names))
                .runtime("cpython", PYTHON)
                .arm("py-processes", block -> SampleTrial.batch(SessionFixture.wobble(0.6 / cpython, block, 0.001)))
                .arm("py-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block + 1, 0.001)))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.6 / jvm, block, 0.001)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.6, block, 0.001)));
        return new StatementsReportBuilder(lab.session(), lab.judgement()).ledger();
    }

    private static Scenario stated(boolean right, List<Claim> claims, String... arms) {
        var batch = SessionFixture.batch("race", "Who wins?", List.of(arms), claims.toArray(Claim[]::new));
        return new Scenario(
                batch.name(),
                batch.question(),
                Optional.of(new Scenario.Statement("threads scale", right)),
                batch.workload(),
                batch.pod(),
                batch.arms(),
                batch.judging());
    }

    private static Claim claim(String arm, String other) {
        return SessionFixture.claim(arm, other, new Claim.Beats(1.5), Metric.Quantity.MAKESPAN, 7);
    }
}
