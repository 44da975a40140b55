package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleResult;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a load asks for must be in the measurement. Other faults are in {@link TrialRunnerTest}. */
final class MeasurementValidationTest {
    private static final TrialId ID = new TrialId("s", "shop", "loop", 1, 1);

    private final Scenario open = SampleScenarios.open("shop", 10, Quantity.GOODPUT, List.of("loop"));
    private final Scenario capacity = SampleScenarios.capacity("shop", List.of("loop"));

    @Test
    void anOpenLoadCountsWhatItOffered() {
        assertThat(objection(open, SampleOpenTrial.answering(10, 1))).isEmpty();
        assertThat(objection(open, SampleTrial.closed(10, 1)))
                .contains("it did not measure how many units of task were offered");
    }

    @Test
    void aSearchForTheCapacityFindsOneOrNone() {
        assertThat(objection(capacity, SampleOpenTrial.capacity(10))).isEmpty();
        assertThat(objection(capacity, SampleOpenTrial.answering(10, 1))).contains("it measured no capacity");
    }

    private static Optional<String> objection(Scenario scenario, SampleResult made) {
        var host = new Trial.Host(2, Path.of("scratch"), new Calibration(Map.of()));
        var warmUp = new WarmUp(Duration.ofMillis(1), Duration.ofMillis(1), 0.03);
        var trial = new Trial(
                ID,
                Arm.of("loop"),
                scenario.workload(),
                new Trial.Conditions(host, Setup.NOWHERE, 1, warmUp, Duration.ofSeconds(1)));
        return new MeasurementValidation(trial)
                .objection(made.of(ID, new Ceiling(1, 200)).measurement().orElseThrow());
    }
}
