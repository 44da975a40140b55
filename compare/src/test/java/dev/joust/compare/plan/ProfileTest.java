package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.scenario.Control;
import dev.joust.scenario.HttpAccess;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.WarmUp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Load CLOSED = new Load.Closed(Map.of("wait", 8), Duration.ofSeconds(1));

    private static WarmUp goingOn(Duration limit, Duration iteration) {
        return new WarmUp(limit, iteration, 0.03, limit.multipliedBy(4));
    }

    @Test
    void aClosedLoadWarmsUpForFourMoreOfItsLongestWaitsInIterationsOfOneWait() {
        assertThat(Profile.QUICK.warmUp(waiting(100, CLOSED)))
                .isEqualTo(goingOn(Duration.ofMillis(850), Duration.ofMillis(100)));
    }

    @Test
    void shortWaitsLeaveTheIterationAsItIs() {
        assertThat(Profile.QUICK.warmUp(waiting(5, CLOSED)))
                .isEqualTo(goingOn(Duration.ofMillis(470), Duration.ofMillis(75)));
    }

    @Test
    void aBatchWarmsUpByBatches() {
        var batch = new Load.Batch(new Load.Count(4, false));
        assertThat(Profile.QUICK.warmUp(waiting(400, batch))).isEqualTo(Profile.QUICK.warmUp());
    }

    @Test
    void aServerWarmsUpEightTimesAsLong() {
        assertThat(Profile.QUICK.warmUp(waiting(5, CLOSED).over(HttpAccess.USUAL)))
                .isEqualTo(goingOn(Duration.ofMillis(3_620), Duration.ofMillis(600)));
        var batch = new Load.Batch(new Load.Count(4, false));
        assertThat(Profile.QUICK.warmUp(waiting(5, batch).over(HttpAccess.USUAL)))
                .isEqualTo(new WarmUp(Duration.ofMillis(3_600), Duration.ofMillis(600), 0.03));
    }

    @Test
    void aLoadThatGoesOnWarmsUpFourTimesAsLongAtMost() {
        var open = SampleScenarios.open("arriving", 100, Metric.Quantity.RESPONSE_P50, List.of("a", "b"))
                .workload()
                .load();
        for (var load : List.of(CLOSED, open)) {
            var warmUp = Profile.QUICK.warmUp(waiting(5, load));
            assertThat(warmUp.limit()).isEqualTo(Duration.ofMillis(470));
            assertThat(warmUp.longest()).isEqualTo(Duration.ofMillis(4 * 470));
        }
    }

    @Test
    void aClosedLoadThatCallsTheServiceMayTakeHalfAMillisecondMoreForEachConnection() {
        var calls = List.of(new WorkClass("wait", 1, List.of(new Step.Call(Duration.ofMillis(5), 128))));
        var load = new Load.Closed(Map.of("wait", 10_000), Duration.ofSeconds(1));
        var warmUp = Profile.QUICK.warmUp(new Workload(calls, load));
        assertThat(warmUp.limit()).isEqualTo(Duration.ofMillis(470));
        assertThat(warmUp.longest()).isEqualTo(Duration.ofMillis(4 * 470 + 5_000));
    }

    @Test
    void quickWarmsControlsForAShorterTimeAndFullAsLongAsAnyTrial() {
        var control = SampleScenarios.control("control-aa", new Control.Same());
        var workload = waiting(5, CLOSED);
        assertThat(Profile.QUICK.warmUp(control, workload))
                .isEqualTo(new WarmUp(Duration.ofMillis(170), Duration.ofMillis(75), 0.03));
        assertThat(Profile.FULL.warmUp(control, workload)).isEqualTo(Profile.FULL.warmUp(workload));
        var question = SampleScenarios.batch("race", "?", List.of("a", "b"));
        assertThat(Profile.QUICK.warmUp(question, workload)).isEqualTo(Profile.QUICK.warmUp(workload));
    }

    @Test
    void theServiceRunsWithTheCompilersOfTheTrials() {
        assertThat(Profile.QUICK.flags()).containsAll(Profile.QUICK.compiler()).containsAll(JvmCommand.FLAGS);
        assertThat(Profile.FULL.flags()).isEqualTo(JvmCommand.FLAGS);
    }

    private static Workload waiting(int millis, Load load) {
        return new Workload(
                List.of(new WorkClass("wait", 1, List.of(new Step.Sleep(Duration.ofMillis(millis))))), load);
    }
}
