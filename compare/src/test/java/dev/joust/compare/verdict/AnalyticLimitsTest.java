package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Ceiling;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class AnalyticLimitsTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);
    private static final Duration TIME = Duration.ofMillis(100);

    @Test
    void workUnderTheLockIsLimitedByTheUnitsThatCompute() {
        assertThat(leastMakespan(new Step.Compute(Kernel.MIX, TIME))).isCloseTo(0.8, ROUNDING);
    }

    @Test
    void aMonitorCountsAsComputation() {
        assertThat(leastMakespan(new Step.Monitor(TIME))).isCloseTo(0.8, ROUNDING);
    }

    @Test
    void workOutsideTheLockIsLimitedByTheCores() {
        assertThat(leastMakespan(new Step.Native(Kernel.PBKDF2, TIME))).isCloseTo(0.2, ROUNDING);
    }

    /** Of 8 units on 4 cores, where one unit computes at a time. */
    private static double leastMakespan(Step step) {
        var workload = new Workload(
                List.of(new WorkClass("task", 1, List.of(step))), new Load.Batch(new Load.Count(8, false)));
        return new AnalyticLimits(workload, new Ceiling(1, 8), 4, kernel -> 1).leastMakespan(8);
    }
}
