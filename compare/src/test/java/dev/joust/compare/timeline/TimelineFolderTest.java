package dev.joust.compare.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.timeline.Timeline.RowTotals;
import dev.joust.compare.timeline.Timeline.ThreadRow;
import dev.joust.compare.timeline.Timeline.TimelineBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A timeline on disk, which may come from a stranger. */
final class TimelineFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aTimelineIsReadAsItWasWritten() throws IOException {
        var timeline = SampleTimelines.of("gil-threads-1");
        TimelineFolder.at(folder).write(timeline);
        assertThat(TimelineFolder.read(folder)).contains(timeline);
    }

    @Test
    void aFolderWithoutOneHasNone() {
        assertThat(TimelineFolder.read(folder)).isEmpty();
    }

    @Test
    void aTimelineIsNotOverwritten() throws IOException {
        TimelineFolder.at(folder).write(SampleTimelines.of("gil-threads-1"));
        assertThatThrownBy(() -> TimelineFolder.at(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("already holds a timeline; name another folder");
    }

    @Test
    void whatIsOutOfBoundsIsRefused() throws IOException {
        refused(bar(new TimelineBar(BarKind.RUNS, 10, 200.1, "")), "a bar is out of bounds");
        refused(bar(new TimelineBar(BarKind.RUNS, 11, 10, "")), "a bar is out of bounds");
        refused(bar(new TimelineBar(BarKind.RUNS, -1, 10, "")), "a bar is out of bounds");
        refused(
                SampleTimelines.of(new ThreadRow("a", new RowTotals(-1, 0, 0, 0, 0), List.of())),
                "a total is out of bounds");
        var usual = SampleTimelines.of("a");
        refused(new Timeline(2, usual.heading(), usual.arms(), List.of()), "it has another format");
        Files.writeString(folder.resolve("timeline.json"), "{}");
        assertThatThrownBy(() -> TimelineFolder.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("timeline.json cannot be read: not a Timeline");
    }

    private static Timeline bar(TimelineBar bar) {
        return SampleTimelines.of(new ThreadRow("a", new RowTotals(0, 0, 1, 0, 0), List.of(bar)));
    }

    private void refused(Timeline timeline, String complaint) throws IOException {
        new TimelineFolder(folder).write(timeline);
        assertThatThrownBy(() -> TimelineFolder.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("timeline.json cannot be read: " + complaint);
    }
}
