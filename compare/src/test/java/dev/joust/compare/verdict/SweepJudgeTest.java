package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.scenario.Control;
import dev.joust.scenario.CrossoverClaim;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.ExternalRuntime.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepJudgeTest {
    private static final List<String> ARMS = List.of("vertx-loop", "processes");
    private static final List<Integer> VALUES = List.of(1, 2, 4, 8, 16, 32);
    private static final int LIMIT = 4_000;

    /** The loop does 100 units per second and unit in flight, up to its limit; processes do a fixed number. */
    private static int loop(int inFlight) {
        return Math.min(100 * inFlight, LIMIT);
    }

    private static SessionFixture session(Profile profile, IntUnaryOperator processes, CrossoverClaim... crossovers) {
        var session = new SessionFixture(profile);
        for (int value : VALUES) {
            session.with(SampleSweeps.point("inFlight", value, ARMS, crossovers))
                    .arm("vertx-loop", block -> SampleTrial.closed(loop(value) - block, value))
                    .arm("processes", block -> SampleTrial.closed(processes.applyAsInt(value) + block, value));
        }
        return session.controls();
    }

    /** Processes are ahead from 5.66 in flight on, where the loop's 566 units per second are reached. */
    private static int falling(int inFlight) {
        return (int) Math.round(loop(inFlight) * Math.pow(inFlight / 5.66, 0.5));
    }

    private static SweepJudgement sweep(SessionFixture session) {
        return session.judgement().sweeps().getFirst();
    }

    private static VerdictOutcome outcome(double predicted) {
        return sweep(session(
                        Profile.QUICK,
                        SweepJudgeTest::falling,
                        SampleSweeps.crossover("vertx-loop", "processes", predicted)))
                .crossovers()
                .getFirst()
                .outcome();
    }

    @Test
    void thePointsOfASweepAreJudgedTogether() {
        var sweep = sweep(session(Profile.QUICK, SweepJudgeTest::falling));
        assertThat(sweep.name()).isEqualTo("sweep");
        assertThat(sweep.values())
                .extracting(value -> (int) value.point().value())
                .containsExactlyElementsOf(VALUES);
        assertThat(sweep.values().get(2).metric().get("vertx-loop").value()).isCloseTo(396.5, within(1.0));
    }

    @Test
    void aPredictionInsideTheIntervalIsHeldAndOneOutsideRefuted() {
        var found = sweep(session(
                        Profile.QUICK, SweepJudgeTest::falling, SampleSweeps.crossover("vertx-loop", "processes", 5.6)))
                .crossovers()
                .getFirst();
        var estimate = found.found().flatMap(crossover -> crossover.estimate()).orElseThrow();
        assertThat(estimate.value()).isCloseTo(5.6, within(0.1));
        assertThat(found.outcome()).isEqualTo(VerdictOutcome.HELD);
        assertThat(outcome(estimate.high() * 1.01)).isEqualTo(VerdictOutcome.REFUTED);
        assertThat(outcome(estimate.low() / 1.01)).isEqualTo(VerdictOutcome.REFUTED);
    }

    @Test
    void aRefutedCrossoverRefutesTheSession() {
        var refuted =
                session(Profile.QUICK, SweepJudgeTest::falling, SampleSweeps.crossover("vertx-loop", "processes", 20));
        assertThat(refuted.judgement().conclusion()).isEqualTo(Conclusion.REFUTED);
    }

    @Test
    void aCrossoverThatIsNotThereLeavesEveryPointOpen() {
        var none =
                session(Profile.QUICK, value -> loop(value) * 2, SampleSweeps.crossover("vertx-loop", "processes", 5));
        var found = sweep(none).crossovers().getFirst();
        assertThat(found.outcome()).isEqualTo(VerdictOutcome.INCONCLUSIVE);
        assertThat(found.reason())
                .isEqualTo("not located: of 6 blocks 6 cross below the first value and 0 above the last");
        assertThat(none.judgement().open()).hasSize(VALUES.size()).allMatch(name -> name.startsWith("sweep-"));
        assertThat(none.judgement().conclusion()).isEqualTo(Conclusion.INCONCLUSIVE);
    }

    @Test
    void smokeJudgesNoCrossover() {
        var smoke =
                session(Profile.SMOKE, SweepJudgeTest::falling, SampleSweeps.crossover("vertx-loop", "processes", 5.6));
        assertThat(sweep(smoke).crossovers().getFirst().outcome()).isEqualTo(VerdictOutcome.NOT_JUDGED);
    }

    @Test
    void anArmThatCannotRunMakesItsCrossoverNotApplicable() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleSweeps.point(
                        "inFlight", 1, ARMS, SampleSweeps.crossover("vertx-loop", "cpython-threads", 5)))
                .arm("vertx-loop", block -> SampleTrial.closed(100 - block, 1))
                .arm("processes", block -> SampleTrial.closed(100 + block, 1))
                .runtime("cpython", missing(), "cpython-threads");
        assertThat(sweep(session).crossovers().getFirst().outcome()).isEqualTo(VerdictOutcome.NOT_APPLICABLE);
    }

    private static RuntimeStatus missing() {
        return new RuntimeStatus(Set.of("cpython-threads"), Optional.empty(), new Launch.Missing("no python3"));
    }

    @Test
    void aCrossoverWithAnArmThatIsLeftOutIsNotAsked() {
        var session =
                session(Profile.QUICK, SweepJudgeTest::falling, SampleSweeps.crossover("vertx-loop", "hybrid", 5));
        assertThat(sweep(session).crossovers()).isEmpty();
    }

    @Test
    void aFailedPairOfOnePointWithholdsTheWholeSweep() {
        var session =
                session(Profile.QUICK, SweepJudgeTest::falling, SampleSweeps.crossover("vertx-loop", "processes", 5.6));
        session.with(SampleScenarios.control("sweep-8-aa", new Control.OwnPair("sweep-8")))
                .arm("one", block -> SampleTrial.batch(1 + 0.001 * block))
                .arm("other", block -> SampleTrial.batch(2 + 0.001 * block));
        var judgement = session.judgement();
        assertThat(sweep(session).crossovers().getFirst().reason())
                .isEqualTo("withheld, because a control failed; without that: held");
        assertThat(judgement.scenarios().stream()
                        .filter(scenario -> scenario.control().isEmpty())
                        .map(judgement::status))
                .containsOnly(SessionStatus.CONTAMINATED);
    }

    @Test
    void throughputOverUnitsInFlightFollowsTheLaws() {
        var scaling = sweep(session(Profile.QUICK, value -> 300)).scaling();
        var loop = scaling.getFirst();
        assertThat(loop.arm()).isEqualTo("vertx-loop");
        assertThat(loop.universal().orElseThrow().sigma().value()).isCloseTo(0, within(0.01));
        assertThat(loop.limit().orElseThrow().label()).isEqualTo("32");
        var processes = scaling.getLast();
        assertThat(processes.amdahl().orElseThrow().sigma().value()).isCloseTo(1, within(0.02));
        assertThat(loop.memory().orElseThrow().value())
                .as("the same memory at each value")
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void theLimitIsTheHighestValueWithValidTrials() {
        var session = new SessionFixture(Profile.QUICK);
        for (int value : VALUES) {
            session.with(SampleSweeps.point("inFlight", value, ARMS))
                    .arm("vertx-loop", block -> SampleTrial.closed(loop(value), value))
                    .arm("processes", block -> SampleTrial.closed(300, value).wrong(value > 8 && block > 2 ? 1 : 0));
        }
        assertThat(sweep(session.controls()).scaling())
                .extracting(arm -> arm.limit().orElseThrow().label())
                .containsExactly("32", "8");
    }

    @Test
    void theSerialFractionIsThatOverTheLoop() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("cpu", "?", List.of("vertx-loop", "gil-threads", "processes")))
                .arm("vertx-loop", block -> SampleTrial.batch(1 + 0.001 * block))
                .arm("gil-threads", block -> SampleTrial.batch(0.98 + 0.001 * block))
                .arm("processes", block -> SampleTrial.batch(0.52 + 0.001 * block))
                .controls();
        var judged = session.judgement().scenarios().getFirst();
        var fractions = new SerialFractions(session.session()).of(judged);
        assertThat(fractions.keySet()).containsExactly("gil-threads", "processes");
        assertThat(fractions.get("gil-threads").value()).isCloseTo(0.96, within(0.005));
        assertThat(fractions.get("processes").value()).isCloseTo(0.04, within(0.005));
        assertThat(fractions.get("processes").achievable()).isTrue();
    }

    @Test
    void callsHaveNoSerialFraction() {
        var session = session(Profile.QUICK, SweepJudgeTest::falling);
        assertThat(session.judgement().scenarios())
                .allSatisfy(judged -> assertThat(new SerialFractions(session.session()).of(judged))
                        .isEqualTo(Map.of()));
    }

    @Test
    void aBatchOfCallsHasNoSerialFraction() {
        var cpu = SampleScenarios.batch("cpu", "?", List.of("vertx-loop", "processes"));
        var calls = new Workload(
                List.of(new WorkClass("task", 1, List.of(new Step.Call(Duration.ofMillis(1), 128)))),
                cpu.workload().load());
        var session = new SessionFixture(Profile.QUICK)
                .with(new Scenario(
                        "calls", "?", cpu.statement(), calls, cpu.pod(), cpu.arms(), cpu.judging(), cpu.point()))
                .arm("vertx-loop", block -> SampleTrial.batch(1))
                .arm("processes", block -> SampleTrial.batch(1));
        var judged = session.judgement().scenarios().getFirst();
        assertThat(new SerialFractions(session.session()).of(judged)).isEmpty();
    }

    @Test
    void aSessionThatIsReadAgainHasTheSameSweeps(@TempDir Path folder) throws Exception {
        var session =
                session(Profile.QUICK, SweepJudgeTest::falling, SampleSweeps.crossover("vertx-loop", "processes", 5.6));
        session.save(folder.resolve("session"));
        var read = JudgedSession.in(folder.resolve("session"));
        assertThat(read.judgement().sweeps()).isEqualTo(session.judgement().sweeps());
    }

    @Test
    void theFirstScenarioStandsForTheSweep() {
        assertThat(sweep(session(Profile.QUICK, SweepJudgeTest::falling)).first())
                .extracting(Scenario::name)
                .isEqualTo("sweep-1");
    }
}
