package dev.joust.compare.timeline;

import dev.joust.compare.timeline.RecordedBar.RecordedRow;
import dev.joust.compare.timeline.Timeline.TimelineBar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads the part of a recording between two instants as bars. What lies across an end is cut there. An event is written
 * when it ends, so what still goes on when the recording ends is not seen.
 */
final class RecordingReader {
    private static final Set<String> WAITING_STEPS = Set.of("call", "stream", "sleep");
    private static final int MAX_LABEL = 80;

    /** How the names of the recorder's own threads begin. */
    private static final String RECORDER = "JFR ";

    private final Instant from;
    private final Instant to;
    private final List<RecordedBar> bars = new ArrayList<>();
    private long switches;
    private boolean ofWorkers;

    /**
     * What was read.
     *
     * @param switches how often another thread took the lock
     * @param ofWorkers whether units ran in worker processes, which are seen from their parent alone
     */
    record RecordedPart(List<RecordedBar> bars, long switches, boolean ofWorkers) {}

    private RecordingReader(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** Reads the part between these instants. */
    static RecordedPart read(Path file, Instant from, Instant to) throws IOException {
        var reader = new RecordingReader(from, to);
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                reader.add(recording.readEvent());
            }
        }
        return new RecordedPart(reader.bars, reader.switches, reader.ofWorkers);
    }

    private void add(RecordedEvent event) {
        if (event.getEndTime().isBefore(from) || event.getStartTime().isAfter(to)) {
            return;
        }
        switch (event.getEventType().getName()) {
            case RecordingSettings.LOCK_HOLD ->
                add(event, BarKind.HOLDS, event.getBoolean("polled") ? "dropped on request" : "");
            case RecordingSettings.LOCK_WAIT -> add(event, BarKind.WAITS, "the interpreter lock");
            case RecordingSettings.LOCK_SWITCH -> switches++;
            case RecordingSettings.LOOP_TURN -> add(event, BarKind.RUNS, step(event));
            case RecordingSettings.UNIT_STEP ->
                add(
                        event,
                        WAITING_STEPS.contains(event.getString("step")) ? BarKind.AWAITS : BarKind.RUNS,
                        step(event));
            case RecordingSettings.WORKER_UNIT -> {
                ofWorkers = true;
                add(event, BarKind.RUNS, event.getString("workClass") + ", in the worker process");
            }
            case RecordingSettings.MONITOR_ENTER ->
                add(
                        event,
                        BarKind.WAITS,
                        "a monitor of " + event.getClass("monitorClass").getName());
            case RecordingSettings.PINNED -> add(event, BarKind.WAITS, "pinned to its carrier");
            case RecordingSettings.THREAD_PARK -> add(event, BarKind.PARKED, "");
            default -> {} // the recording's own
        }
    }

    private static String step(RecordedEvent event) {
        return event.getString("workClass") + ": " + event.getString("step");
    }

    private void add(RecordedEvent event, BarKind kind, String label) {
        var row = row(event);
        double begin = millis(event.getStartTime());
        double end = millis(event.getEndTime());
        if (row.isPresent()) {
            var shown = label.length() > MAX_LABEL ? label.substring(0, MAX_LABEL - 1) + "…" : label;
            bars.add(new RecordedBar(row.get(), new TimelineBar(kind, begin, end, shown)));
        }
    }

    private static Optional<RecordedRow> row(RecordedEvent event) {
        return Optional.ofNullable(event.getThread())
                .filter(thread -> thread.getJavaThreadId() > 0)
                .map(thread -> new RecordedRow(thread.getJavaThreadId(), name(thread)))
                .filter(row -> !row.name().startsWith(RECORDER));
    }

    private static String name(RecordedThread thread) {
        var name = Optional.ofNullable(thread.getJavaName()).orElse("");
        return name.length() > MAX_LABEL ? name.substring(0, MAX_LABEL - 1) + "…" : name;
    }

    /** Since the begin of the part, within the part. */
    private double millis(Instant instant) {
        var within = instant.isBefore(from) ? from : instant.isAfter(to) ? to : instant;
        return Duration.between(from, within).toNanos() / 1e6;
    }
}
