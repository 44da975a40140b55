package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrialTimeoutTest {
    @Test
    void aTrialMayTakeTheTimeOfItsLoad() {
        assertThat(time(SampleScenarios.batch("b", "?", List.of()).workload().load()))
                .isZero();
        assertThat(time(SampleScenarios.closed("c", 4, Quantity.THROUGHPUT, List.of())
                        .workload()
                        .load()))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anOpenLoadIsDrainedUpToItsLongestPatience() {
        assertThat(time(open(Duration.ofSeconds(1)))).isEqualTo(Duration.ofSeconds(305));
        assertThat(time(open(Duration.ofSeconds(30)))).isEqualTo(Duration.ofSeconds(330));
    }

    @Test
    void aSearchMayTryEveryRateBetweenItsEnds() {
        assertThat(time(SampleScenarios.capacity("limit", List.of()).workload().load()))
                .isEqualTo(Duration.ofSeconds(320));
    }

    private static Duration time(Load load) {
        return TrialTimeout.ofLoad(load);
    }

    private static Load open(Duration timeout) {
        var time = Duration.ofMinutes(5);
        return new Load.Open(
                Map.of("task", Rate.constant(10, time)),
                Optional.empty(),
                new Arrivals.Poisson(),
                time,
                Map.of("task", Duration.ofMillis(250)),
                Optional.of(timeout));
    }
}
