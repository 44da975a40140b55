package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.Capacities;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Control;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Workload;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.Setup;
import dev.joust.trial.TrialId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With trials that a test makes up, and without a process. */
final class CapacityRoundTest {
    private static final List<String> ARMS = List.of("loop", "threads", "broken");
    private static final CapacityResult NONE =
            new CapacityResult(Optional.empty(), Optional.empty(), List.of(SampleOpenTrial.probe(1, 0)));
    private static final Map<String, SampleOpenTrial> FOUND = Map.of(
            "loop", SampleOpenTrial.capacity(100),
            "threads", SampleOpenTrial.capacity(400),
            "broken", SampleOpenTrial.searched(NONE));

    private final Scenario slowest = share("slowest", 0.6, false);
    private final Scenario own = share("own", 0.75, true);
    private final Scenario pair = new Scenario(
            "own-aa",
            "?",
            Optional.empty(),
            own.workload(),
            Optional.empty(),
            List.of(Arm.of("loop"), Arm.of("loop-again")),
            new Scenario.Judging(own.judging().primary(), List.of(), Optional.of(new Control.OwnPair("own"))),
            Optional.empty());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> ran = new ArrayList<>();
    private Session session;

    @TempDir
    private Path temporary;

    @BeforeEach
    void start() throws IOException {
        var fixture = new SessionFixture(Profile.QUICK)
                .with(slowest)
                .with(own)
                .with(pair)
                .with(SampleScenarios.open("fixed", 100, Quantity.GOODPUT, ARMS));
        fixture.save(temporary);
        session = SessionFolder.open(temporary).readSession();
    }

    @Test
    void theSameWorkIsMeasuredOnceForEachArm() throws Exception {
        assertThat(round(results()).missing()).isEqualTo(3);
        run(3);
        assertThat(ran).containsExactly("slowest/loop", "slowest/threads", "slowest/broken");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("slowest/loop capacity", "100.0 units/s", "not even the lowest rate was sustained");
    }

    @Test
    void aSessionThatGoesOnMeasuresWhatItLacks() throws Exception {
        run(2);
        assertThat(ran).containsExactly("slowest/loop", "slowest/threads");
        run(3);
        assertThat(ran).containsExactly("slowest/loop", "slowest/threads", "slowest/broken");
        assertThat(round(results()).missing()).isZero();
    }

    @Test
    void theRateIsAShareOfTheSlowestArmsCapacityOrOfTheArmsOwn() throws Exception {
        run(3);
        var capacities = results().capacities();
        assertThat(rate(capacities, slowest, "loop")).hasValue(60.0);
        assertThat(rate(capacities, slowest, "threads")).hasValue(60.0);
        assertThat(rate(capacities, own, "loop")).hasValue(75.0);
        assertThat(rate(capacities, own, "threads")).hasValue(300.0);
    }

    @Test
    void anArmWithoutCapacityHasNoRateAndSlowsNoOther() throws Exception {
        run(3);
        var capacities = results().capacities();
        assertThat(rate(capacities, slowest, "broken")).isEmpty();
        assertThat(rate(capacities, own, "broken")).isEmpty();
        assertThat(capacities.of(own, Arm.of("broken")).orElseThrow().failure())
                .hasValue("not even the lowest rate was sustained");
    }

    @Test
    void itsTrialsFailWithTheReasonAndWithoutAProcess() throws Exception {
        run(3);
        var trials = new SessionTrials(session, new Plan(session.plan().scenarios(), 1), null, temporary)
                .at(Setup.NOWHERE, results().capacities());
        var result = trials.run(new Plan.Block(slowest, 2, slowest.arms()), slowest.arm("broken"), 1, Optional.empty());
        assertThat(result.failure().orElseThrow().reason())
                .isEqualTo("it did not run, because its load is a share of a capacity and the model has none: not even"
                        + " the lowest rate was sustained");
        assertThat(result.id()).hasToString("slowest/broken block 2");
        assertThat(session.machine()
                        .disturbanceLimits()
                        .objection(result.outside().disturbance()))
                .isEmpty();
    }

    @Test
    void bothArmsOfAPairHaveTheCapacityOfTheirModel() throws Exception {
        run(3);
        assertThat(rate(results().capacities(), pair, "loop")).hasValue(75.0);
        assertThat(rate(results().capacities(), pair, "loop-again")).hasValue(75.0);
    }

    @Test
    void aSearchThatIsInvalidGivesNoCapacity() throws Exception {
        round(results()).run((block, arm, attempt, repeat) -> {
            var id = new TrialId("made-up", block.scenario().name(), arm.name(), 0, attempt, repeat);
            return SampleOpenTrial.capacity(1_000_000).of(id, new Ceiling(2, 200));
        });
        assertThat(results().capacities().measured()).allSatisfy(one -> {
            assertThat(one.perSecond()).isEmpty();
            assertThat(one.failure().orElseThrow()).startsWith("analytic limit: a capacity of 1000000.0 units/s");
        });
    }

    @Test
    void aSearchThatTheMachineDisturbedRunsOnceMore() throws Exception {
        round(results()).run((block, arm, attempt, repeat) -> {
            ran.add(arm.name() + repeat.map(number -> " repeat " + number).orElse(""));
            var id = new TrialId("made-up", block.scenario().name(), arm.name(), 0, attempt, repeat);
            double found = arm.name().equals("loop") && repeat.isEmpty() ? 50 : 100;
            var result = SampleOpenTrial.capacity(found).of(id, new Ceiling(2, 200));
            return arm.name().equals("loop") ? SampleTrial.beside(result, SampleTrial.BUSY) : result;
        });
        assertThat(ran).containsExactly("loop", "loop repeat 1", "threads", "broken");
        assertThat(results().capacities().measured())
                .extracting(one -> one.perSecond().orElseThrow())
                .containsExactly(100.0, 100.0, 100.0);
    }

    @Test
    void theSearchEndsAboveTheAnalyticLimit() {
        var computing = new Scenario(
                "computing",
                "?",
                Optional.empty(),
                new Workload(
                        SampleScenarios.batch("b", "?", ARMS).workload().classes(),
                        slowest.workload().load()),
                Optional.empty(),
                slowest.arms(),
                slowest.judging(),
                Optional.empty());
        var load = (Load.Capacity)
                round(results()).search(computing, Arm.of("loop")).workload().load();
        // two cores, 150 ms of CPU time per unit
        assertThat(load.most()).isEqualTo(1.2 * 2 / 0.15, within(1e-9));
        assertThat(load.least()).isEqualTo(1);
        var calls = (Load.Capacity)
                round(results()).search(slowest, Arm.of("loop")).workload().load();
        assertThat(calls.most()).isEqualTo(100_000);
        assertThat(calls.least()).isEqualTo(100_000 / 256.0);
    }

    private void run(int most) throws IOException, InterruptedException {
        var results = results();
        try {
            round(results).run((block, arm, attempt, repeat) -> {
                if (ran.size() == most) {
                    throw new InterruptedException();
                }
                ran.add(block.scenario().name() + "/" + arm.name());
                assertThat(block.scenario().workload().load()).isInstanceOf(Load.Capacity.class);
                var id = new TrialId("made-up", block.scenario().name(), arm.name(), block.number(), attempt, repeat);
                return FOUND.get(arm.name()).of(id, new Ceiling(2, 200));
            });
        } catch (InterruptedException e) {
            assertThat(most).isEqualTo(2);
        }
    }

    private CapacityRound round(SessionResults results) {
        var progress = new SessionProgress(new PrintStream(out, true, StandardCharsets.UTF_8), false, () -> 0);
        return new CapacityRound(session, progress, results);
    }

    private SessionResults results() {
        return SessionResults.read(SessionFolder.open(temporary), session);
    }

    private static Optional<Double> rate(Capacities capacities, Scenario scenario, String arm) {
        return capacities.rate(scenario, scenario.arm(arm));
    }

    private static Scenario share(String name, double share, boolean own) {
        return SampleScenarios.share(name, new Load.CapacityShare(share, own), Quantity.GOODPUT, ARMS);
    }
}
