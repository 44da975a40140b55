package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Workload;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each validity check of an open load, on a trial that passes all others. */
final class OpenLoadChecksTest {
    private static final Ceiling SLOTS = new Ceiling(2, 200);
    private static final SampleOpenTrial GOOD = SampleOpenTrial.answering(1000, 10);

    private final Scenario open = SampleScenarios.open("shop", 1000, Quantity.GOODPUT, List.of("model"));
    private final Scenario capacity = SampleScenarios.capacity("limit", List.of("model"));

    @Test
    void aGoodTrialPasses() {
        assertThat(failed(GOOD)).isEmpty();
        assertThat(failed(GOOD.sent(990))).isEmpty();
    }

    @Test
    void aTrialThatWasStoppedEarlyIsInvalidForThatReason() {
        assertThat(failed(GOOD.stoppedBecause("the model is 100,001 units behind")))
                .containsExactly("stopped early: the model is 100,001 units behind");
    }

    @Test
    void aGeneratorThatDidNotKeepItsRateIsInvalid() {
        assertThat(failed(GOOD.sent(989)))
                .containsExactly("generator: 98.9 % of the offered units of task were sent in the window"
                        + " (989 of 1,000), at least 99 % must be");
    }

    @Test
    void oneUnitAtTheEndOfTheWindowIsNoShareOfAFew() {
        assertThat(failed(SampleOpenTrial.answering(20, 10).sent(19))).isEmpty();
        assertThat(failed(SampleOpenTrial.answering(20, 10).sent(18))).hasSize(1);
    }

    @Test
    void moreUnitsThanWereOfferedAreAMistake() {
        assertThat(failed(GOOD.inTime(1001)))
                .containsExactly("counts of task: 1,000 units offered, but 1,000 sent and 1,001 answered in time");
        assertThat(failed(GOOD.sent(1001))).hasSize(1);
    }

    @Test
    void littlesLawHoldsWithinFivePercent() {
        var stamped = GOOD.counting(OpenLoadChecks.IN_FLIGHT_OF_UNITS, 10);
        assertThat(failed(stamped.counting(OpenLoadChecks.MEAN_IN_FLIGHT, 10.4)))
                .isEmpty();
        assertThat(failed(stamped.counting(OpenLoadChecks.MEAN_IN_FLIGHT, 11)))
                .containsExactly("Little's law: the generator counted 11.00 units in flight on average, but by the"
                        + " stamps of the units there were 10.00");
        assertThat(failed(stamped.counting(OpenLoadChecks.MEAN_IN_FLIGHT, 9))).hasSize(1);
    }

    @Test
    void aClassOfWhichNoUnitArrivedIsNoIdleModel() {
        assertThat(failed(SampleOpenTrial.answering(0, 10))).isEmpty();
        assertThat(failed(GOOD.backlog(1000))).containsExactly("nothing done: no unit of task was done in the window");
    }

    @Test
    void whatWasDoneInTheWindowFitsIntoTheSlots() {
        // Two slots for calls of 1 ms
        assertThat(checks(open).failedBy(GOOD.of(id(), new Ceiling(2, 1)))).isEmpty();
        assertThat(checks(open).failedBy(SampleOpenTrial.answering(2100, 10).of(id(), new Ceiling(2, 2))))
                .containsExactly("analytic limit: its units were done in 1.000 s, but by arithmetic they take at least"
                        + " 1.050 s");
    }

    @Test
    void aCapacityIsNotAboveTheAnalyticLimit() {
        // 200 slots for calls of 1 ms; units may be done in a grace of a tenth, and one percent may lack
        assertThat(failed(SampleOpenTrial.capacity(222_000), capacity)).isEmpty();
        assertThat(failed(SampleOpenTrial.capacity(226_000), capacity))
                .containsExactly("analytic limit: a capacity of 226000.0 units/s, but by arithmetic at most 200000.0");
    }

    @Test
    void theScatterOfAFewLongUnitsIsAllowed() {
        // 13.3 computations of 150 ms per second on two cores; a search takes the luckiest of some seconds
        var few = new Scenario(
                "few",
                "?",
                Optional.empty(),
                new Workload(
                        SampleScenarios.batch("b", "?", List.of()).workload().classes(),
                        capacity.workload().load()),
                Optional.empty(),
                capacity.arms(),
                capacity.judging(),
                Optional.empty());
        assertThat(failed(SampleOpenTrial.capacity(30), few)).isEmpty();
        assertThat(failed(SampleOpenTrial.capacity(40), few)).hasSize(1);
    }

    @Test
    void aSearchThatIsStoppedEndsWithWhatItKnows() {
        assertThat(failed(SampleOpenTrial.capacity(100).stoppedBecause("units were left"), capacity))
                .isEmpty();
    }

    @Test
    void aModelWithoutCapacityIsNoInvalidTrial() {
        var none = new CapacityResult(Optional.empty(), Optional.empty(), List.of(SampleOpenTrial.probe(1, 0)));
        assertThat(failed(SampleOpenTrial.searched(none), capacity)).isEmpty();
    }

    @Test
    void theEfficiencyOfACapacityIsItsShareOfTheLimit() {
        var found = SampleOpenTrial.capacity(50_000).of(id(), SLOTS);
        assertThat(checks(capacity).efficiency(found)).isEqualTo(0.25, within(1e-9));
        assertThat(checks(open).efficiency(found)).isNaN();
        assertThat(capacity.workload().load()).isInstanceOf(Load.Capacity.class);
    }

    private List<String> failed(SampleOpenTrial trial) {
        return failed(trial, open);
    }

    private static List<String> failed(SampleOpenTrial trial, Scenario scenario) {
        return checks(scenario).failedBy(trial.of(id(), SLOTS));
    }

    private static ValidityChecks checks(Scenario scenario) {
        return new ValidityChecks(scenario, 2, (arm, kernel) -> 1);
    }

    private static TrialId id() {
        return new TrialId("s", "shop", "model", 1, 1);
    }
}
