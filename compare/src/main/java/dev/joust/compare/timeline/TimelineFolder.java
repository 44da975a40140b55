package dev.joust.compare.timeline;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.timeline.RecordingReader.RecordedPart;
import dev.joust.compare.timeline.Timeline.ArmTimeline;
import dev.joust.compare.timeline.Timeline.ThreadRow;
import dev.joust.trial.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A timeline on disk. The folder may also hold a session; then its report shows the timeline too. */
public record TimelineFolder(Path path) {
    private static final String FILE = "timeline.json";
    private static final int MAX_BYTES = 32 << 20;
    private static final int MAX_ARMS = 32;

    /**
     * The folder of a new timeline. It is made when something is written into it.
     *
     * @throws UsageException when it already holds a timeline
     */
    public static TimelineFolder at(Path path) {
        if (Files.exists(path.resolve(FILE), LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(
                    String.format(Locale.ROOT, "%s already holds a timeline; name another folder", path));
        }
        return new TimelineFolder(path);
    }

    /**
     * What the threads did in the middle of a trial's window.
     *
     * @param recording of the trial
     * @param length of the part; the whole window where that is shorter
     */
    public static ArmTimeline arm(String arm, String model, Path recording, WindowInstants window, Duration length)
            throws IOException {
        var shown = window.length().compareTo(length) < 0 ? window.length() : length;
        var from = window.start().plus(window.length().minus(shown).dividedBy(2));
        RecordedPart part = RecordingReader.read(recording, from, from.plus(shown));
        return TimelineBuilder.of(
                arm, model, Duration.between(window.start(), from).toNanos() / 1e6, part);
    }

    /** When a trial's window started and ended. */
    public record WindowInstants(Instant start, Instant end) {
        Duration length() {
            return Duration.between(start, end);
        }
    }

    /** Writes {@code timeline.json}. */
    public void write(Timeline timeline) throws FolderWriteException {
        new FolderFile(path.resolve(FILE)).replace(Json.line(timeline) + "\n");
    }

    /**
     * The timeline that a folder holds, if any. The folder may come from a stranger.
     *
     * @throws UsageException when it cannot be read, or holds a value out of bounds
     */
    public static Optional<Timeline> read(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            var timeline = Json.read(new FolderFile(file).text(MAX_BYTES), Timeline.class);
            check(timeline);
            return Optional.of(timeline);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(String.format(Locale.ROOT, "%s cannot be read: %s", file, e.getMessage()));
        }
    }

    private static void check(Timeline timeline) {
        double length = timeline.heading().lengthMillis();
        require(timeline.format() == Timeline.FORMAT, "it has another format");
        require(length > 0 && length <= 1e6, "its length is out of bounds");
        require(timeline.arms().size() <= MAX_ARMS, "it has too many arms");
        for (var arm : timeline.arms()) {
            require(Double.isFinite(arm.fromMillis()), "a time is no number");
            require(arm.rows().size() <= TimelineBuilder.MAX_ROWS, "it has too many rows");
            require(
                    arm.rows().stream().mapToInt(row -> row.bars().size()).sum() <= TimelineBuilder.MAX_BARS,
                    "it has too many bars");
            arm.rows().forEach(row -> check(row, length));
        }
    }

    private static void check(ThreadRow row, double length) {
        for (var kind : BarKind.values()) {
            double total = row.totals().of(kind);
            require(total >= 0 && total <= 2 * length, "a total is out of bounds");
        }
        for (var bar : row.bars()) {
            require(bar.from() >= 0 && bar.from() <= bar.to() && bar.to() <= length, "a bar is out of bounds");
        }
    }

    private static void require(boolean met, String complaint) {
        if (!met) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
