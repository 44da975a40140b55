package dev.joust.compare.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a choice flips, against what follows by hand. */
final class SensitivityTest {

    /** One loop does 50 units of 20 ms per second; of 0.8 cores it needs all. */
    @Test
    void aLoopIsRuledOutWhereItIsFull() {
        var flips = flips("rate: 40/s, steps: [compute: 20ms]", "vertx-loop", "vertx-loop");
        assertThat(flips)
                .extracting(FlipPoint::input)
                .containsExactly("the rate of task", "the CPU time of task", "the cores");
        assertThat(flips.get(0).factor()).isCloseTo(1.25, within(0.01));
        assertThat(flips.get(0).text())
                .startsWith("the rate of task: flips at 50")
                .contains("/s (now 40/s, 1.25 times as much): vertx-loop cannot: the loop would compute ");
        assertThat(flips.get(1).factor()).isCloseTo(1.25, within(0.01));
        assertThat(flips.get(2).factor()).isCloseTo(0.4, within(0.01));
        assertThat(flips.get(2).because()).startsWith("no model has the CPU time, 0.8 of 0.");
    }

    /** Two workers hold 2 / 50 ms = 40 units per second. */
    @Test
    void aPoolIsRuledOutWhereItsWorkersAreHeld() {
        var flips = flips("rate: 10/s, steps: [call: 40ms, compute: 10ms]", "processes", "processes");
        assertThat(flips)
                .filteredOn(flip -> flip.input().equals("the rate of task"))
                .first()
                .satisfies(flip -> assertThat(flip.factor()).isCloseTo(4, within(0.05)));
    }

    @Test
    void theNearestComeFirstAndAreThreeAtMost() {
        var work = "rate: 40/s, steps: [call: 5ms, compute: 20ms, call: 5ms], deadline: 300ms";
        var flips = flips(work, "vertx-loop", "processes");
        assertThat(flips).hasSizeBetween(1, 3);
        assertThat(flips).isSortedAccordingTo((a, b) -> Double.compare(a.distance(), b.distance()));
    }

    /** At 8 % of its time a loop makes units wait 0.9 of 20 ms; a little more, and two cores are sooner by 5 %. */
    @Test
    void theOtherModelMayAnswerSooner() {
        var flips = flips("rate: 4/s, steps: [compute: 20ms]", "vertx-loop", "platform-threads");
        assertThat(flips.getFirst().because()).isEqualTo("platform-threads answers sooner on average");
        assertThat(flips.getFirst().factor()).isBetween(1.0, 1.5);
    }

    @Test
    void whereNothingComputesNothingFlipsByArithmetic() {
        assertThat(flips("rate: 1/s, steps: [call: 1ms]", "platform-threads", "virtual-threads"))
                .isEmpty();
    }

    private static List<FlipPoint> flips(String fields, String chosen, String other) {
        var demand = TrafficDemand.of(SampleTraffic.one(fields), SampleTraffic.CORES);
        return new Sensitivity(demand, chosen, other, "task").nearest();
    }
}
