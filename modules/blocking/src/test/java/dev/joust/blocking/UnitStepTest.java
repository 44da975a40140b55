package dev.joust.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.joust.trial.Setup;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a unit, as the Flight Recorder sees them. */
final class UnitStepTest {
    private static final String STEP = "dev.joust.UnitStep";

    @TempDir
    private Path folder;

    @Test
    void eachStepOfAUnitIsAnEventOfItsThread() throws Exception {
        assertThat(recorded(List.of(STEP)))
                .extracting(
                        event -> event.getString("workClass"),
                        event -> event.getString("step"),
                        event -> event.getThread().getJavaName())
                .containsExactly(
                        tuple("work", "compute", Thread.currentThread().getName()),
                        tuple("work", "sleep", Thread.currentThread().getName()),
                        tuple("work", "file", Thread.currentThread().getName()));
    }

    @Test
    void aRecordingThatDoesNotEnableItGetsNone() throws Exception {
        assertThat(recorded(List.of())).isEmpty();
    }

    private List<RecordedEvent> recorded(List<String> enabled) throws Exception {
        var body = Tasks.body(folder);
        var work = Tasks.work(Tasks.COMPUTE, Tasks.SLEEP, Tasks.file(body, 1_000));
        var file = folder.resolve("steps.jfr");
        try (var recording = new Recording();
                var interpreter = new StepInterpreter(Setup.NOWHERE, 1, body, RunLock.NONE)) {
            enabled.forEach(recording::enable);
            recording.start();
            interpreter.run(work);
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(STEP))
                .toList();
    }
}
