package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.joust.scenario.Step;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Setup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The turns of a loop, and the steps that it hands to other threads, as the Flight Recorder sees them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LoopTurnTest {
    private static final String TURN = "dev.joust.LoopTurn";
    private static final String STEP = "dev.joust.UnitStep";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void eachTurnSaysWhatItRunsAndWhetherItComputed(ConcurrencyModel model) throws Exception {
        var events = recorded(model, List.of(TURN, STEP));
        assertThat(events)
                .extracting(
                        event -> event.getEventType().getName(),
                        event -> event.getString("workClass"),
                        event -> event.getString("step"),
                        event -> event.getBoolean("computed"))
                .containsExactly(tuple(TURN, "unit", "compute", true), tuple(TURN, "unit", "native", true));
        assertThat(events).extracting(RecordedEvent::getThread).doesNotContainNull();
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void aRecordingThatEnablesNoneGetsNone(ConcurrencyModel model) throws Exception {
        assertThat(recorded(model, List.of())).isEmpty();
    }

    private List<RecordedEvent> recorded(ConcurrencyModel model, List<String> enabled) throws Exception {
        var file = folder.resolve("turns.jfr");
        try (var recording = new Recording();
                var runner = Loops.start(model, Setup.NOWHERE, 4)) {
            enabled.forEach(recording::enable);
            recording.start();
            var sleep = new Step.Sleep(Duration.ofMillis(1));
            Loops.outcome(runner.run(Loops.unit(Loops.COMPUTE, sleep, Loops.NATIVE)));
            Loops.outcome(runner.run(Loops.unit())); // its turn comes after the last one of the first unit is written
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event ->
                        List.of(TURN, STEP).contains(event.getEventType().getName()))
                .filter(event -> !"end".equals(event.getString("step")))
                .toList();
    }
}
