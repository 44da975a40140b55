package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClientChecksTest {
    private static Measurement counted(Map<String, Double> counters) {
        return new Measurement(
                new TrialId("s", "web", "vertx-loop", 1, 1),
                new Measurement.ModelInfo("vertx-loop", "a JVM", 8, new Ceiling(1, 8)),
                new Measurement.Window(1_000_000_000, true, List.of(), List.of(), Optional.empty()),
                Map.of(),
                new Measurement.Totals(0, 0, Optional.empty(), counters),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void clientsWithTimeLeftPassAndSoDoesATrialWithoutClients() {
        assertThat(ClientChecks.failedBy(counted(Map.of()))).isEmpty();
        assertThat(ClientChecks.failedBy(counted(Map.of("load.window-loop-busy", 0.9))))
                .isEmpty();
        assertThat(ClientChecks.failedBy(counted(Map.of("window-loop-busy", 1.0))))
                .as("the loop of the model may be busy")
                .isEmpty();
    }

    @Test
    void clientsWithoutTimeLeftLimitTheServer() {
        assertThat(ClientChecks.failedBy(counted(Map.of("load.window-loop-busy", 0.97))))
                .containsExactly("clients: their loop was busy for 97 % of the window, so they limit the server; at"
                        + " most 90 % is valid");
    }
}
