package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepEstimateTest {
    private static final List<String> ARMS = List.of("vertx-loop", "processes");

    /** A trial of quick: 450 ms and four waits of 1 ms to warm up, a window of 1 s, and 1 s to start. */
    @Test
    void aSweepHasOneLineWithItsArithmetic() {
        var estimate = new SweepEstimate(Profile.QUICK, 2, 6);
        assertThat(estimate.lines(List.of(
                        SampleSweeps.point("inFlight", 1, ARMS),
                        SampleScenarios.batch("other", "?", ARMS),
                        SampleSweeps.point("inFlight", 10, ARMS),
                        SampleSweeps.point("inFlight", 100, ARMS))))
                .containsExactly("sweep sweep: 3 values of inFlight x 2 arms x 6 blocks = 36 trials, about 1 min 28 s");
    }

    @Test
    void withoutASweepThereIsNoLine() {
        assertThat(new SweepEstimate(Profile.FULL, 2, 14).lines(List.of(SampleScenarios.batch("one", "?", ARMS))))
                .isEmpty();
    }
}
