package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HeadlineTest {
    private static final List<String> ARMS = List.of("processes", "gil-threads");

    @Test
    void oneComparisonIsToldWithItsFactorAndItsInterval() {
        var headline = headline(race("race", 0.5, quick()).controls());

        assertThat(headline.verdict())
                .isEqualTo("processes wins race by a factor of 2.00 [1.97, 2.02] over gil-threads.");
        assertThat(headline.details())
                .containsExactly(
                        "Claims: 1 held.",
                        "Every control gave its known answer.",
                        "The verdict may be wrong by chance, at most once in 20.");
    }

    @Test
    void aTieIsToldWithTheMargin() {
        assertThat(headline(race("race", 0.99, quick()).controls()).verdict())
                .isEqualTo("gil-threads and processes tie in race, within 25 %.");
    }

    @Test
    void severalComparisonsNameTheModelThatIsFirstMostOften() {
        var lab = race("one", 0.5, quick());
        race("two", 0.99, lab);
        race("three", 2, lab);
        race("four", 0.5, lab);

        assertThat(headline(lab.controls()).verdict())
                .isEqualTo("processes is first, alone or tied, in 3 of 4 comparisons.");
        assertThat(headline(lab).details().getFirst())
                .isEqualTo(
                        "processes wins one and four; gil-threads wins three; gil-threads and processes tie in two.");
    }

    @Test
    void modelsThatAreFirstEquallyOftenAreNamedTogether() {
        var lab = race("one", 0.5, quick());
        race("two", 2, lab);

        assertThat(headline(lab.controls()).verdict())
                .isEqualTo("processes and gil-threads are each first, alone or tied, in 1 of 2 comparisons.");
    }

    @Test
    void aRefutedClaimIsCounted() {
        assertThat(headline(race("race", 2, quick()).controls()).details()).contains("Claims: 1 refuted.");
    }

    @Test
    void claimsThatAllHeldAreSaidInWords() {
        var lab = race("one", 0.5, quick());
        assertThat(headline(race("two", 0.5, lab).controls()).details()).contains("All 2 claims held.");
    }

    @Test
    void nothingDecidedNamesNobody() {
        var lab = noise("one", quick());
        assertThat(headline(lab.controls()).verdict()).isEqualTo("one is undecided.");

        var headline = headline(noise("two", noise("one", quick())).controls());
        assertThat(headline.verdict()).isEqualTo("None of 2 comparisons is decided.");
        assertThat(headline.details()).startsWith("one and two are undecided.");
    }

    @Test
    void manyComparisonsAreCounted() {
        var lab = quick();
        for (int i = 0; i < 9; i++) {
            race("race-" + i, i == 0 ? 0.99 : 0.5, lab);
        }
        var headline = headline(lab.controls());

        assertThat(headline.verdict()).isEqualTo("processes is first, alone or tied, in 9 of 9 comparisons.");
        assertThat(headline.details()).startsWith("Comparisons with one winner: 8, a tie: 1.");
    }

    @Test
    void aDisturbedSessionNamesNoWinner() {
        var headline = headline(race("race", 0.5, quick()).disturbed(1, 2, 3).controls());

        assertThat(headline.verdict())
                .isEqualTo("No winner is named: the machine was disturbed while this was measured.");
        assertThat(headline.details()).isEmpty();
    }

    @Test
    void aFailedControlNamesNoWinner() {
        assertThat(headline(race("race", 0.5, quick()).controls(0.5)).verdict())
                .isEqualTo(
                        "No winner is named: a control gave a wrong answer, so this measurement cannot be believed.");
    }

    @Test
    void aSessionWithoutControlsSaysSo() {
        var headline = headline(race("race", 0.5, quick()));

        assertThat(headline.verdict()).startsWith("processes wins race");
        assertThat(headline.details())
                .contains("Caution: no control ran, so nothing shows that the measurement can be believed.");
    }

    @Test
    void aProfileThatJudgesNothingSaysSo() {
        assertThat(headline(race("race", 0.5, new SessionFixture(Profile.SMOKE)).controls())
                        .verdict())
                .isEqualTo("Nothing is judged: profile smoke shows only that the models run.");
    }

    @Test
    void aCrossoverIsToldWithWhereItIs() {
        var lab = quick();
        for (int value : List.of(1, 2, 4, 8, 16)) {
            lab.with(SampleSweeps.point("inFlight", value, ARMS, SampleSweeps.crossover("gil-threads", "processes", 4)))
                    .arm("processes", block -> SampleTrial.closed(100 * value + block % 3 - 1, value))
                    .arm("gil-threads", block -> SampleTrial.closed(400, value));
        }
        var headline = headline(lab.controls());

        assertThat(headline.verdict()).isEqualTo("Models are compared for several values of inFlight.");
        assertThat(headline.details().getFirst())
                .startsWith("Expected: crossover of gil-threads and processes at 4; measured: 4.000 [");
    }

    @Test
    void controlsAloneCompareNothing() {
        assertThat(headline(quick().controls()).verdict()).isEqualTo("No models are compared in this session.");
    }

    @Test
    void thePageBeginsWithIt() {
        var report = SampleSession.lab().report();
        var page = new HtmlReport(report, Optional.empty()).text();

        assertThat(page)
                .contains("<p class=\"headline\"><strong>" + Headline.of(report).verdict() + "</strong>");
        assertThat(page.indexOf("class=\"headline\"")).isLessThan(page.indexOf("class=\"status"));
    }

    private static Headline headline(SessionFixture lab) {
        return Headline.of(lab.report());
    }

    private static SessionFixture quick() {
        return new SessionFixture(Profile.QUICK);
    }

    /** Processes take this many seconds, threads one. */
    private static SessionFixture race(String name, double seconds, SessionFixture lab) {
        return lab.with(SampleScenarios.batch(
                        name,
                        "?",
                        ARMS,
                        SampleScenarios.claim("processes", "gil-threads", new Beats(1.5), Quantity.MAKESPAN, 14)))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(seconds, block, 0.01)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(1, block + 1, 0.01)));
    }

    private static SessionFixture noise(String name, SessionFixture lab) {
        return lab.with(SampleScenarios.batch(name, "?", ARMS))
                .arm("processes", block -> SampleTrial.batch(block % 2 == 0 ? 0.5 : 1.6))
                .arm("gil-threads", block -> SampleTrial.batch(1));
    }
}
