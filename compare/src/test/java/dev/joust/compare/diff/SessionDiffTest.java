package dev.joust.compare.diff;

import static dev.joust.compare.SessionFixture.wobble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.diff.ClaimDiff.ClaimMatch;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.verdict.Conclusion;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionDiffTest {
    private static final List<String> ARMS = List.of("processes", "gil-threads");

    /** Processes are faster by this factor; the claim is that they are by 1.5. */
    private static SessionFixture with(SessionFixture lab, String scenario, double factor, double noise, int line) {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Beats(1.5), Quantity.MAKESPAN, line);
        return lab.with(SampleScenarios.batch(scenario, "Which is first?", ARMS, claim))
                .arm("processes", block -> SampleTrial.batch(wobble(1, block, noise)))
                .arm("gil-threads", block -> SampleTrial.batch(wobble(factor, block + 1, noise)));
    }

    private static SessionFixture with(SessionFixture lab, String scenario, double factor) {
        return with(lab, scenario, factor, 0.02, 14);
    }

    private static SessionFixture quick() {
        return new SessionFixture(Profile.QUICK);
    }

    private static SessionDiff diff(SessionFixture a, SessionFixture b) {
        return SessionDiff.of(judged(a), "mine", judged(b), "yours");
    }

    private static JudgedSession judged(SessionFixture lab) {
        return new JudgedSession(lab.session(), lab.judgement(), List.of(), List.of());
    }

    @Test
    void theSameVerdictsAgreeWhateverTheFiguresAndTheLineOfTheClaim() {
        var diff = diff(
                with(quick(), "race", 2).controls(),
                with(quick(), "race", 4, 0.02, 99).controls());

        assertThat(diff.claims()).extracting(ClaimDiff::match).containsExactly(ClaimMatch.SAME);
        assertThat(diff.summary()).isEqualTo("mine agrees with yours on 1 of 1 claim");
        assertThat(diff.conclusion()).isEqualTo(Conclusion.HELD);
        assertThat(new DiffText(diff).text())
                .startsWith("A: mine, profile quick, sound, A Processor 3000, 2 usable cores, Eclipse Adoptium 25")
                .contains("same verdict  : race: processes beats gil-threads on makespan by 1.5x\n")
                .containsPattern(" A held, 1\\.\\d\\d \\[.*] 96\\.9 %, 6 blocks\\n +B held, 3\\.\\d\\d \\[")
                .endsWith("\n\nmine agrees with yours on 1 of 1 claim\n");
    }

    @Test
    void heldAndRefutedAreOppositeAndNamedFirst() {
        var a = with(with(quick(), "race", 2), "rally", 2).controls();
        var b = with(with(quick(), "race", 1.1), "rally", 1.5, 0.3, 14).controls();
        var diff = diff(a, b);

        assertThat(diff.claims()).extracting(ClaimDiff::match).containsExactly(ClaimMatch.OPEN, ClaimMatch.OPPOSITE);
        assertThat(diff.summary())
                .isEqualTo("mine agrees with yours on 0 of 2 claims, and differs in"
                        + " race: processes beats gil-threads on makespan by 1.5x (held here, refuted there);"
                        + " rally: processes beats gil-threads on makespan by 1.5x (held here, inconclusive there)");
        assertThat(diff.conclusion()).isEqualTo(Conclusion.REFUTED);
        assertThat(diff(b, a).conclusion()).isEqualTo(Conclusion.REFUTED);
    }

    @Test
    void aVerdictThatIsOpenInOneSessionAloneIsInconclusive() {
        var diff = diff(
                with(quick(), "race", 2).controls(),
                with(quick(), "race", 1.5, 0.3, 14).controls());
        assertThat(diff.conclusion()).isEqualTo(Conclusion.INCONCLUSIVE);
    }

    @Test
    void manyDifferencesAreCounted() {
        var a = quick();
        var b = quick();
        for (int i = 0; i < 5; i++) {
            with(a, "race-" + i, 2);
            with(b, "race-" + i, 1.1);
        }
        assertThat(diff(a.controls(), b.controls()).summary())
                .startsWith("mine agrees with yours on 0 of 5 claims, and differs in race-4: ")
                .endsWith("; and 2 more");
    }

    @Test
    void claimsThatOneSessionAloneAsksAreNotCompared() {
        var diff = diff(
                with(with(quick(), "race", 2), "mine", 2).controls(),
                with(with(quick(), "race", 2), "yours", 1.1).controls());
        assertThat(diff.claims())
                .extracting(ClaimDiff::match)
                .containsExactly(ClaimMatch.SAME, ClaimMatch.ONLY_A, ClaimMatch.ONLY_B);
        assertThat(diff.summary()).isEqualTo("mine agrees with yours on 1 of 1 claim");
        assertThat(diff.conclusion()).isEqualTo(Conclusion.HELD);
    }

    @Test
    void otherWorkOrLimitsOrOptionsAreNotCompared() {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Beats(1.5), Quantity.MAKESPAN, 14);
        var race = with(quick(), "race", 2).controls();
        var batch = SampleScenarios.batch("race", "?", ARMS, claim);
        var work = quick().with(SampleScenarios.closed("race", 4, Quantity.MAKESPAN, ARMS, claim));
        assertThat(reason(race, work)).contains("the work or the load differs");

        var limited = batch.in(new Pod(Optional.of(1.0), Optional.empty()));
        assertThat(limited.name()).isEqualTo("race-1cpu");
        var withPod = quick().with(new Scenario(
                "race",
                batch.question(),
                batch.statement(),
                batch.workload(),
                limited.pod(),
                batch.arms(),
                batch.judging(),
                batch.point()));
        assertThat(reason(race, withPod)).contains("the limits differ");

        var slots = new Arm("gil-threads", "gil-threads", Optional.of(3), 1, Map.of(), Map.of());
        var withSlots = quick().with(batch.with(List.of(batch.arms().getFirst(), slots)));
        assertThat(reason(race, withSlots)).contains("the options of an arm differ");
    }

    @Test
    void whatIsNotJudgedIsNotCompared() {
        var race = with(quick(), "race", 2).controls();
        var smoke = diff(race, with(new SessionFixture(Profile.SMOKE), "race", 2));
        assertThat(smoke.claims().getFirst().reason()).contains("not judged in B: this profile judges nothing");
        assertThat(smoke.conclusion()).isEqualTo(Conclusion.INCONCLUSIVE);
        assertThat(smoke.summary()).isEqualTo("mine and yours share no claim whose verdicts can be compared");

        var needs = SampleScenarios.claim("processes", "gil-threads", new Beats(1.5), Quantity.MAKESPAN, 8, 14);
        var lab = quick().with(SampleScenarios.batch("race", "?", ARMS, needs))
                .arm("processes", block -> SampleTrial.batch(1))
                .arm("gil-threads", block -> SampleTrial.batch(2))
                .controls();
        assertThat(diff(race, lab).claims().getFirst().reason())
                .hasValueSatisfying(why -> assertThat(why).startsWith("not applicable in B: it needs 8 cores"));
    }

    @Test
    void aSessionThatCannotBeBelievedIsNotCompared() {
        var race = with(quick(), "race", 2).controls();
        var contaminated = diff(with(quick(), "race", 1.1).controls(0.5), race);
        assertThat(contaminated.conclusion()).isEqualTo(Conclusion.NOT_BELIEVED);
        assertThat(contaminated.summary()).isEqualTo("mine cannot be believed: contaminated; no verdict is compared");
        assertThat(contaminated.claims()).extracting(ClaimDiff::match).containsExactly(ClaimMatch.NOT_COMPARABLE);

        var disturbed = diff(race, with(quick(), "race", 2).disturbed(1, 2, 3).controls());
        assertThat(disturbed.summary()).isEqualTo("yours cannot be believed: disturbed; no verdict is compared");
    }

    @Test
    void otherProfilesAreSaid() {
        assertThat(diff(
                                with(quick(), "race", 2).controls(),
                                with(new SessionFixture(Profile.FULL), "race", 2)
                                        .controls())
                        .summary())
                .isEqualTo("mine agrees with yours on 1 of 1 claim; the profiles are quick and full");
    }

    @Test
    void crossoversAreClaimsOfTheirSweep() {
        var diff = diff(sweep(100, 4), sweep(50, 4));
        assertThat(diff.summary())
                .isEqualTo("mine agrees with yours on 0 of 1 claim, and differs in"
                        + " sweep sweep: crossover of processes and vertx-loop at 4 (held here, refuted there)");
        assertThat(new DiffText(diff).text()).containsPattern(" A held, 4\\.000 \\[3\\.\\d+, 4\\.\\d+]\\n");

        assertThat(diff(
                                sweep(100, 4),
                                sweep(100, 4)
                                        .with(SampleSweeps.point(
                                                "inFlight",
                                                64,
                                                List.of("vertx-loop", "processes"),
                                                SampleSweeps.crossover("processes", "vertx-loop", 4))))
                        .claims()
                        .getFirst()
                        .reason())
                .contains("the values of the sweep differ");
    }

    /** The loop does so many units per second and unit in flight, processes 400 in all. */
    private static SessionFixture sweep(int perUnit, double predicted) {
        var lab = quick();
        var arms = List.of("vertx-loop", "processes");
        for (int value : List.of(1, 2, 4, 8, 16, 32)) {
            lab.with(SampleSweeps.point(
                            "inFlight", value, arms, SampleSweeps.crossover("processes", "vertx-loop", predicted)))
                    .arm("vertx-loop", block -> SampleTrial.closed(perUnit * value + block % 3 - 1, value))
                    .arm("processes", block -> SampleTrial.closed(400, value));
        }
        return lab.controls();
    }

    @Test
    void jsonHasTheSummaryAndEachClaim() {
        assertThat(Json.line(diff(
                        with(quick(), "race", 2).controls(),
                        with(quick(), "race", 1.1).controls())))
                .contains("\"summary\":\"mine agrees with yours on 0 of 1 claim, and differs in race: ")
                .contains("\"match\":\"OPPOSITE\"")
                .contains("\"outcome\":\"REFUTED\"");
    }

    private static Optional<String> reason(SessionFixture a, SessionFixture b) {
        var claim = diff(a, b).claims().getFirst();
        assertThat(claim.match()).isEqualTo(ClaimMatch.NOT_COMPARABLE);
        return claim.reason();
    }
}
