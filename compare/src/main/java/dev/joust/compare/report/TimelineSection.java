package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.timeline.BarKind;
import dev.joust.compare.timeline.Timeline;
import dev.joust.compare.timeline.Timeline.ArmTimeline;
import dev.joust.compare.timeline.Timeline.ThreadRow;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * "What the threads do": what the template {@code timeline-section.html} shows, alone or in a session's report.
 *
 * @param setting what was recorded, and that it judges nothing
 * @param data of its charts
 */
public record TimelineSection(
        String question, String setting, List<ArmRows> arms, List<String> notRecorded, RawString data) {

    /**
     * One arm.
     *
     * @param id of its element in the page
     * @param part which part of the window is shown
     */
    public record ArmRows(String id, ArmTimeline timeline, String part, Table totals) {}

    /** What the script draws. */
    public record TimelineData(double lengthMillis, List<KindWords> kinds, List<ArmTimeline> arms) {}

    /** A kind of bar, and its words in the legend. */
    public record KindWords(BarKind kind, String words, boolean lock) {}

    static TimelineSection of(Timeline timeline) {
        var heading = timeline.heading();
        var kinds = Arrays.stream(BarKind.values())
                .map(kind -> new KindWords(kind, kind.words(), kind.lock()))
                .toList();
        return new TimelineSection(
                String.format(Locale.ROOT, "%s (%s)", heading.question(), heading.scenario()),
                String.format(
                        Locale.ROOT,
                        "%s ms in the middle of one trial per arm, recorded by the Flight Recorder on %s, %s. A"
                                + " recording costs time in the trial, so it belongs to no session and judges nothing",
                        Numbers.figure(heading.lengthMillis()),
                        heading.machine(),
                        heading.started()),
                IntStream.range(0, timeline.arms().size())
                        .mapToObj(i -> rows("timeline" + i, timeline.arms().get(i)))
                        .toList(),
                timeline.notRecorded(),
                Templates.data(new TimelineData(heading.lengthMillis(), kinds, timeline.arms())));
    }

    private static ArmRows rows(String id, ArmTimeline arm) {
        return new ArmRows(
                id,
                arm,
                String.format(Locale.ROOT, "from %s ms of the window", Numbers.figure(arm.fromMillis())),
                totals(arm));
    }

    /** How long each thread did what. */
    static Table totals(ArmTimeline arm) {
        var columns = new ArrayList<Table.Column>();
        columns.add(words("thread"));
        for (var kind : BarKind.values()) {
            columns.add(numbers(kind.words() + ", ms"));
        }
        return new Table(
                String.format(
                        Locale.ROOT,
                        "%s: how long each thread did what; a step that needs the lock counts in" + " both",
                        arm.arm()),
                columns,
                arm.rows().stream().map(TimelineSection::cells).toList());
    }

    private static List<String> cells(ThreadRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.thread());
        for (var kind : BarKind.values()) {
            cells.add(Numbers.figure(row.totals().of(kind)));
        }
        return cells;
    }
}
