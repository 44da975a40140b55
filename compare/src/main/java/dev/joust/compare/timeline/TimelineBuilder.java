package dev.joust.compare.timeline;

import dev.joust.compare.timeline.RecordedBar.RecordedRow;
import dev.joust.compare.timeline.RecordingReader.RecordedPart;
import dev.joust.compare.timeline.Timeline.ArmTimeline;
import dev.joust.compare.timeline.Timeline.RowTotals;
import dev.joust.compare.timeline.Timeline.ThreadRow;
import dev.joust.compare.timeline.Timeline.TimelineBar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Makes the rows of a trial from the bars of its recording. */
final class TimelineBuilder {
    /** More rows than that are no picture: the busiest are shown. */
    static final int MAX_ROWS = 24;

    /** More bars than that are no picture, and a slow page: the longest are drawn. */
    static final int MAX_BARS = 3_000;

    /** The clocks of two cores may differ by so much. */
    private static final double CLOCKS_DIFFER_MILLIS = 0.1;

    private final RecordedPart part;
    private final List<String> remarks = new ArrayList<>();

    private TimelineBuilder(RecordedPart part) {
        this.part = part;
    }

    /**
     * The rows of an arm, and what they do not show.
     *
     * @param fromMillis where the part begins, since the start of the window
     * @throws IllegalStateException when two threads hold the lock at once: then the recording, or the lock, is wrong
     */
    static ArmTimeline of(String arm, String model, double fromMillis, RecordedPart part) {
        checkHolds(arm, part.bars());
        var builder = new TimelineBuilder(part);
        var rows = builder.drawn(builder.busiest(builder.rows()));
        builder.remark();
        return new ArmTimeline(arm, model, fromMillis, rows, builder.remarks);
    }

    private static void checkHolds(String arm, List<RecordedBar> bars) {
        var holds = bars.stream()
                .filter(bar -> bar.bar().kind() == BarKind.HOLDS)
                .sorted(Comparator.comparingDouble(bar -> bar.bar().from()))
                .toList();
        for (int i = 1; i < holds.size(); i++) {
            var before = holds.get(i - 1);
            var after = holds.get(i);
            if (before.bar().to() - after.bar().from() > CLOCKS_DIFFER_MILLIS) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "the recording of %s has two threads that hold the lock at once: %s until %.3f ms, %s from"
                                + " %.3f ms",
                        arm,
                        before.row().label(),
                        before.bar().to(),
                        after.row().label(),
                        after.bar().from()));
            }
        }
    }

    private List<ThreadRow> rows() {
        Map<RecordedRow, List<TimelineBar>> byThread = new LinkedHashMap<>();
        part.bars().forEach(bar -> byThread.computeIfAbsent(bar.row(), _ -> new ArrayList<>())
                .add(bar.bar()));
        List<ThreadRow> rows = new ArrayList<>();
        byThread.forEach((thread, bars) -> {
            boolean named = byThread.keySet().stream()
                            .filter(other -> other.label().equals(thread.label()))
                            .count()
                    > 1;
            var name = named ? String.format(Locale.ROOT, "%s (%d)", thread.label(), thread.id()) : thread.label();
            var shown = withoutOverlaps(bars);
            rows.add(new ThreadRow(name, totals(shown), shown));
        });
        return rows;
    }

    /**
     * A bar that begins before the last one of its level has ended begins at that end. A park within another bar is
     * left out: the other bar says what the thread waits for.
     */
    private static List<TimelineBar> withoutOverlaps(List<TimelineBar> bars) {
        List<TimelineBar> shown = new ArrayList<>();
        shown.addAll(inTurn(bars.stream().filter(bar -> bar.kind().lock())));
        shown.addAll(inTurn(bars.stream().filter(bar -> !bar.kind().lock() && bar.kind() != BarKind.PARKED)));
        var others = List.copyOf(shown);
        bars.stream()
                .filter(bar -> bar.kind() == BarKind.PARKED)
                .filter(park -> others.stream().noneMatch(other -> meet(park, other)))
                .forEach(shown::add);
        shown.sort(Comparator.comparingDouble(TimelineBar::from).thenComparing(TimelineBar::kind));
        return shown;
    }

    private static boolean meet(TimelineBar one, TimelineBar other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    private static List<TimelineBar> inTurn(Stream<TimelineBar> level) {
        List<TimelineBar> turns = new ArrayList<>();
        double end = 0;
        for (var bar : level.sorted(Comparator.comparingDouble(TimelineBar::to)).toList()) {
            if (bar.to() > end) {
                turns.add(new TimelineBar(bar.kind(), Math.max(end, bar.from()), bar.to(), bar.label()));
                end = bar.to();
            }
        }
        return turns;
    }

    private static RowTotals totals(List<TimelineBar> bars) {
        double[] sums = new double[BarKind.values().length];
        bars.forEach(bar -> sums[bar.kind().ordinal()] += bar.length());
        return new RowTotals(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** The busiest threads, in the order of their names. */
    private List<ThreadRow> busiest(List<ThreadRow> all) {
        var active = all.stream().filter(row -> busy(row) > 0).toList();
        int idle = all.size() - active.size();
        if (idle > 0) {
            remarks.add("threads that only waited for work and are not shown: " + idle);
        }
        if (active.size() > MAX_ROWS) {
            remarks.add(String.format(Locale.ROOT, "the %d busiest of %d threads are shown", MAX_ROWS, active.size()));
        }
        return active.stream()
                .sorted(Comparator.comparingDouble(TimelineBuilder::busy)
                        .reversed()
                        .thenComparing(ThreadRow::thread))
                .limit(MAX_ROWS)
                .sorted(Comparator.comparing((ThreadRow row) -> row.thread().replaceAll("\\d+$", ""))
                        .thenComparing(row -> row.thread().length())
                        .thenComparing(ThreadRow::thread))
                .toList();
    }

    private static double busy(ThreadRow row) {
        var totals = row.totals();
        return totals.holds() + totals.waits() + totals.runs() + totals.awaits();
    }

    /** The rows with the longest bars alone, where there are too many. */
    private List<ThreadRow> drawn(List<ThreadRow> rows) {
        var lengths = rows.stream()
                .flatMap(row -> row.bars().stream())
                .mapToDouble(TimelineBar::length)
                .sorted()
                .toArray();
        if (lengths.length <= MAX_BARS) {
            return rows;
        }
        double least = lengths[lengths.length - MAX_BARS];
        int longer =
                (int) DoubleStream.of(lengths).filter(length -> length > least).count();
        int[] left = {MAX_BARS - longer}; // for bars of exactly this length
        var drawn = rows.stream()
                .map(row -> new ThreadRow(
                        row.thread(),
                        row.totals(),
                        row.bars().stream()
                                .filter(bar -> bar.length() > least || bar.length() == least && left[0]-- > 0)
                                .toList()))
                .toList();
        remarks.add(String.format(
                Locale.ROOT,
                "the %,d longest of %,d bars are drawn, those of at least %.4f ms; the totals have them all",
                MAX_BARS,
                lengths.length,
                least));
        return drawn;
    }

    private void remark() {
        if (part.bars().isEmpty()) {
            remarks.add("nothing was recorded in this part");
        }
        if (part.switches() > 0) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "another thread took the lock %,d times. A gap behind a hold: the thread has dropped the lock on"
                            + " request, and waits until another thread has taken it",
                    part.switches()));
        }
        if (part.ofWorkers()) {
            remarks.add("worker processes are not recorded: a bar is what their parent sees, from the assignment of a"
                    + " unit to its answer, in the row of the parent's thread for the worker. Of units that a worker"
                    + " has at once, one begins where the one before ends");
        }
    }
}
