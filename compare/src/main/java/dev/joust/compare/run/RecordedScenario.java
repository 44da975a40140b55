package dev.joust.compare.run;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The recordings of a scenario.
 *
 * @param missing the arms without a recording, with the reason, one sentence each
 */
public record RecordedScenario(Scenario scenario, List<RecordedTrial> trials, List<String> missing) {
    /**
     * A recorded trial.
     *
     * @param file of its recording
     * @param start of its window
     * @param end of its window
     */
    public record RecordedTrial(Arm arm, Path file, Instant start, Instant end) {}
}
