package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.compare.session.ServiceRoundTrip;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two arms whose units call the service once and take 10 ms. */
final class BlockDisturbanceTest {
    private static final Scenario CALLS =
            SampleScenarios.closed("calls", 16, Quantity.THROUGHPUT, List.of("loop", "threads"));

    private final BlockDisturbance rule = new BlockDisturbance(CALLS, DisturbanceLimits.fixed(SampleTrial.QUIET, 2));

    @Test
    void aDistanceThatStaysTheSameDisturbsNothing() {
        assertThat(rule.disturbs(List.of(trial("loop", 4.0, 4.1), trial("threads", 4.2, 4.0))))
                .isFalse();
        assertThat(rule.distanceObjection(List.of(plain("loop"), plain("threads"))))
                .isEmpty();
    }

    @Test
    void aChangeBetweenTwoArmsBeyondATwentiethOfAUnitsTimeDisturbsTheBlock() {
        var block = List.of(trial("loop", 4.0, 4.0), trial("threads", 4.6, 4.6));
        assertThat(rule.disturbs(block)).isTrue();
        assertThat(rule.distanceObjection(block))
                .contains("the service was 4.00 to 4.60 ms away, a change of 6 % of the time of a unit of task"
                        + " (limit 5 %)");
        assertThat(rule.farthest(block).orElseThrow().id().arm()).isEqualTo("threads");
        assertThat(rule.disturbs(List.of(trial("loop", 4.0, 4.0), trial("threads", 4.4, 4.4))))
                .isFalse();
    }

    @Test
    void aChangeDuringOneTrialDisturbsTheBlockToo() {
        assertThat(rule.disturbs(List.of(trial("loop", 9.0, 4.0), trial("threads", 4.0, 4.0))))
                .isTrue();
    }

    @Test
    void whatTwoProbesDifferByAnywayIsNoChange() {
        var quick = SampleTrial.closed(1_000, 16).answeringIn(_ -> 100_000);
        assertThat(rule.disturbs(
                        List.of(with(result(quick, "loop"), 0.05, 0.05), with(result(quick, "threads"), 0.14, 0.05))))
                .isFalse();
        assertThat(rule.disturbs(
                        List.of(with(result(quick, "loop"), 0.05, 0.05), with(result(quick, "threads"), 0.16, 0.05))))
                .isTrue();
    }

    @Test
    void unitsThatDoNotCallAreNotSlowed() {
        var batch = new BlockDisturbance(
                SampleScenarios.batch("race", "?", List.of("loop", "threads")),
                DisturbanceLimits.fixed(SampleTrial.QUIET, 2));
        assertThat(batch.disturbs(List.of(trial("loop", 4.0, 4.0), trial("threads", 40, 40))))
                .isFalse();
    }

    @Test
    void aFailedTrialStillTellsTheDistance() {
        var failed = SampleTrial.batch(1).failed().of(id("loop"), new Ceiling(1, 1));
        assertThat(rule.disturbs(List.of(with(failed, 1, 1), trial("threads", 4.0, 4.0))))
                .isTrue();
        assertThat(rule.disturbs(List.of(with(failed, 1, 9)))).isFalse();
    }

    @Test
    void aDisturbedMachineDisturbsTheBlock() {
        assertThat(rule.disturbs(List.of(SampleTrial.beside(plain("loop"), SampleTrial.BUSY), plain("threads"))))
                .isTrue();
    }

    /** Between sent and done a sample has four fifths of its response time. */
    private static Result plain(String arm) {
        return result(SampleTrial.closed(1_000, 16).answeringIn(_ -> 12_500_000), arm);
    }

    private static Result result(SampleTrial trial, String arm) {
        return trial.of(id(arm), new Ceiling(2, 4096));
    }

    private static TrialId id(String arm) {
        return new TrialId("s", "calls", arm, 1, 1);
    }

    private static Result trial(String arm, double beforeMillis, double afterMillis) {
        return with(plain(arm), beforeMillis, afterMillis);
    }

    private static Result with(Result result, double beforeMillis, double afterMillis) {
        return result.with(new RoundTrips(way(beforeMillis), way(afterMillis)));
    }

    private static ServiceRoundTrip way(double millis) {
        return ServiceRoundTrip.of(Math.round(millis * 1e6));
    }
}
