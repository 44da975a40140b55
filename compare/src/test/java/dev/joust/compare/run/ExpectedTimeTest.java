package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExpectedTimeTest {
    @Test
    void theTimeOfALoadCounts() {
        // 1 s of overhead and 450 ms of warm-up, which calls of 1 ms make longer by four of them
        assertThat(millis(SampleScenarios.batch("b", "?", List.of()))).isEqualTo(1450);
        assertThat(millis(SampleScenarios.closed("c", 4, Quantity.THROUGHPUT, List.of())))
                .isEqualTo(2454);
        assertThat(millis(SampleScenarios.spike("s", List.of()))).isEqualTo(4454);
        assertThat(millis(SampleScenarios.capacity("l", List.of()))).isEqualTo(15_454);
    }

    private static long millis(Scenario scenario) {
        Duration time = ExpectedTime.of(scenario, Profile.QUICK);
        return time.toMillis();
    }
}
