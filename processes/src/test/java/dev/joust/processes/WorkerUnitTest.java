package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Outcome;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The units of a worker, as the Flight Recorder sees them in the parent. */
@Isolated("a recording holds the events of the whole process")
final class WorkerUnitTest {
    private static final String UNIT = "dev.joust.WorkerUnit";

    @TempDir
    private Path folder;

    @Test
    void aUnitIsAnEventFromItsAssignmentToItsAnswer() throws Exception {
        assertThat(recorded(List.of(UNIT)))
                .extracting(event -> event.getString("workClass"))
                .containsExactly("checkout");
    }

    @Test
    void aRecordingThatDoesNotEnableItGetsNone() throws Exception {
        assertThat(recorded(List.of())).isEmpty();
    }

    /** Of two units, one is answered. */
    private List<RecordedEvent> recorded(List<String> enabled) throws Exception {
        var file = folder.resolve("units.jfr");
        try (var recording = new Recording()) {
            enabled.forEach(recording::enable);
            recording.start();
            var assignments = new Assignments<String>(new WorkerCapacity(2, 0));
            for (var name : List.of("checkout", "thumbnail")) {
                assignments.add(new Job(name, new ParentMessage.UnitTask(0, 1), List.of(), 0));
            }
            assignments.join("worker");
            assignments.refill("worker", 0);
            assignments.take("worker", new WorkerReply.TaskResult(1, 1_000, new Outcome.Done(1, 0, 0)));
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(UNIT))
                .toList();
    }
}
