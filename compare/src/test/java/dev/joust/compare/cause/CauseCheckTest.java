package dev.joust.compare.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.joust.compare.Joust;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.SourceTree;
import dev.joust.compare.cause.CauseCheck.CauseMatch;
import dev.joust.compare.cause.CauseCheck.CheckedCause;
import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published session has none of the figures of locks and loops, so many of its arms have no known cause. */
final class CauseCheckTest {
    private static final Path PUBLISHED = SourceTree.top().resolve("compare/published");

    @Test
    void noCauseThatIsNamedInThePublishedSessionIsWrong() {
        var check = CauseCheck.of(JudgedSession.in(PUBLISHED), KnownCauses.own());
        assertThat(check.rows())
                .filteredOn(row -> row.match() == CauseMatch.WRONG)
                .isEmpty();
        assertThat(check.count(CauseMatch.RIGHT)).isGreaterThanOrEqualTo(10);
        assertThat(Joust.run("causes", PUBLISHED.toString())).isZero();
    }

    @Test
    void aWrongCauseIsFoundAndIsARefutation() {
        var wrong = KnownCauses.read("cpu-bound | processes | lock | Wrong on purpose.");
        var check = CauseCheck.of(JudgedSession.in(PUBLISHED), wrong);
        assertThat(check.rows())
                .filteredOn(row -> row.match() == CauseMatch.WRONG)
                .extracting(CheckedCause::scenario, CheckedCause::arm)
                .containsExactly(tuple("cpu-bound", "processes"));
        assertThat(ExitCode.of(check)).isEqualTo(ExitCode.REFUTED);
    }

    @Test
    void aCauseThatNobodyListedIsNeitherRightNorWrong() {
        var check = CauseCheck.of(JudgedSession.in(PUBLISHED), new KnownCauses(List.of()));
        assertThat(check.count(CauseMatch.UNLISTED)).isPositive();
        assertThat(check.count(CauseMatch.RIGHT) + check.count(CauseMatch.WRONG))
                .isZero();
        assertThat(ExitCode.of(check)).isEqualTo(ExitCode.HELD);
    }

    @Test
    void aRefusalIsNeverWrong() {
        var refused = new CheckedCause(
                "mixed",
                "a",
                Cause.notKnown("thin", ""),
                KnownCauses.read("mixed | * | cpu | why").of("mixed", "a"));
        assertThat(refused.match()).isEqualTo(CauseMatch.REFUSED);
    }

    /** Its second metric, which a claim names, would be a second answer for each arm. */
    @Test
    void eachScenarioStandsOnceByItsPrimaryMetric() {
        var byTwo = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed(
                        "calls",
                        16,
                        Quantity.THROUGHPUT,
                        List.of("one", "other"),
                        SampleScenarios.claim("one", "other", new Beats(1.5), Quantity.CPU_PER_UNIT, 1)))
                .arm("one", block -> SampleTrial.closed(1_000, 16))
                .arm("other", block -> SampleTrial.closed(1_000, 16));
        assertThat(byTwo.judgement().scenarios()).hasSize(2);
        var check = CauseCheck.of(
                new JudgedSession(byTwo.session(), byTwo.judgement(), List.of(), List.of()),
                new KnownCauses(List.of()));
        assertThat(check.rows())
                .extracting(CheckedCause::arm, row -> row.found().kind())
                .containsExactly(tuple("one", CauseKind.CPU), tuple("other", CauseKind.CPU));
    }
}
