package dev.joust.compare.timeline;

import dev.joust.compare.timeline.Timeline.ArmTimeline;
import dev.joust.compare.timeline.Timeline.RowTotals;
import dev.joust.compare.timeline.Timeline.ThreadRow;
import dev.joust.compare.timeline.Timeline.TimelineBar;
import dev.joust.compare.timeline.Timeline.TimelineHeading;
import java.util.List;

/** Timelines for tests. */
public final class SampleTimelines {
    private SampleTimelines() {}

    /** Two arms; the first has a thread of this name, which holds the lock for 5 ms of 200. */
    public static Timeline of(String thread) {
        return of(new ThreadRow(
                thread,
                new RowTotals(5, 0, 4, 0, 0),
                List.of(
                        new TimelineBar(BarKind.HOLDS, 10, 15, ""),
                        new TimelineBar(BarKind.RUNS, 10, 14, "small: compute"))));
    }

    static Timeline of(ThreadRow row) {
        return new Timeline(
                Timeline.FORMAT,
                new TimelineHeading(
                        "mixed", "Who keeps answering?", "2026-11-26T02:00:00+00:00", "JVM 25, 2 cores", 200),
                List.of(
                        new ArmTimeline(
                                "gil-threads",
                                "gil-threads",
                                1900,
                                List.of(row),
                                List.of("another thread took the lock 12 times")),
                        new ArmTimeline("processes", "processes", 1900, List.of(), List.of())),
                List.of("cpython-threads does not run on the JVM, so the Flight Recorder does not see it"));
    }
}
