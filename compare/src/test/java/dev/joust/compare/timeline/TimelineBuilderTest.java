package dev.joust.compare.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.timeline.RecordedBar.RecordedRow;
import dev.joust.compare.timeline.RecordingReader.RecordedPart;
import dev.joust.compare.timeline.Timeline.ArmTimeline;
import dev.joust.compare.timeline.Timeline.ThreadRow;
import dev.joust.compare.timeline.Timeline.TimelineBar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the bars of a recording become rows. */
final class TimelineBuilderTest {
    private final List<RecordedBar> bars = new ArrayList<>();

    @Test
    void eachThreadIsARowWithItsTotals() {
        add(1, "gil-threads-1", BarKind.HOLDS, 0, 5);
        add(2, "gil-threads-2", BarKind.WAITS, 0, 5);
        add(2, "gil-threads-2", BarKind.HOLDS, 5, 8);
        add(1, "gil-threads-1", BarKind.RUNS, 0, 9);
        var rows = timeline().rows();
        assertThat(rows).extracting(ThreadRow::thread).containsExactly("gil-threads-1", "gil-threads-2");
        assertThat(rows.get(0).totals()).isEqualTo(new Timeline.RowTotals(5, 0, 9, 0, 0));
        assertThat(rows.get(1).totals()).isEqualTo(new Timeline.RowTotals(3, 5, 0, 0, 0));
    }

    @Test
    void twoThreadsThatHoldTheLockAtOnceAreAnError() {
        add(1, "a", BarKind.HOLDS, 0, 5);
        add(2, "b", BarKind.HOLDS, 4, 8);
        assertThatThrownBy(this::timeline)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the recording of arm has two threads that hold the lock at once: a until 5.000 ms, b from"
                        + " 4.000 ms");
    }

    @Test
    void clocksOfTwoCoresMayDifferALittle() {
        add(1, "a", BarKind.HOLDS, 0, 5.05);
        add(2, "b", BarKind.HOLDS, 5, 8);
        assertThat(timeline().rows()).hasSize(2);
    }

    @Test
    void aParkWithinAWaitForTheLockIsNotShown() {
        add(1, "a", BarKind.WAITS, 2, 7);
        add(1, "a", BarKind.PARKED, 3, 6);
        add(1, "a", BarKind.PARKED, 8, 9);
        assertThat(timeline().rows().getFirst().bars())
                .extracting(TimelineBar::kind, TimelineBar::from)
                .containsExactly(tuple(BarKind.WAITS, 2.0), tuple(BarKind.PARKED, 8.0));
    }

    /** A worker gets its next unit while it still does the last one. */
    @Test
    void aBarThatBeginsBeforeTheLastOneEndsBeginsAtThatEnd() {
        add(1, "worker-1", BarKind.RUNS, 0, 5);
        add(1, "worker-1", BarKind.RUNS, 1, 8);
        var row = timeline().rows().getFirst();
        assertThat(row.bars()).extracting(TimelineBar::from).containsExactly(0.0, 5.0);
        assertThat(row.totals().runs()).isEqualTo(8);
    }

    @Test
    void threadsThatOnlyWaitForWorkAreCounted() {
        add(1, "a", BarKind.RUNS, 0, 1);
        add(2, "b", BarKind.PARKED, 0, 10);
        var timeline = timeline();
        assertThat(timeline.rows()).hasSize(1);
        assertThat(timeline.remarks()).containsExactly("threads that only waited for work and are not shown: 1");
    }

    @Test
    void ofManyThreadsTheBusiestAreShownByName() {
        for (int i = 1; i <= TimelineBuilder.MAX_ROWS + 2; i++) {
            add(i, "t-" + i, BarKind.RUNS, 0, i);
        }
        var timeline = timeline();
        assertThat(timeline.rows()).hasSize(TimelineBuilder.MAX_ROWS);
        assertThat(timeline.rows().getFirst().thread()).isEqualTo("t-3");
        assertThat(timeline.rows().getLast().thread()).isEqualTo("t-26");
        assertThat(timeline.remarks()).containsExactly("the 24 busiest of 26 threads are shown");
    }

    @Test
    void ofManyBarsTheLongestAreDrawnAndTheTotalsHaveAll() {
        for (int i = 0; i < TimelineBuilder.MAX_BARS + 10; i++) {
            add(1, "a", BarKind.RUNS, i, i + (i < 20 ? 0.1 : 0.5));
        }
        var timeline = timeline();
        var row = timeline.rows().getFirst();
        assertThat(row.bars()).hasSize(TimelineBuilder.MAX_BARS);
        assertThat(row.bars()).filteredOn(bar -> bar.length() < 0.2).hasSize(10);
        assertThat(row.totals().runs()).isCloseTo(20 * 0.1 + 2_990 * 0.5, within(1e-6));
        assertThat(timeline.remarks())
                .containsExactly("the 3,000 longest of 3,010 bars are drawn, those of at least 0.1000 ms; the totals"
                        + " have them all");
    }

    @Test
    void threadsOfTheSameNameAreTwoRows() {
        add(7, "", BarKind.RUNS, 0, 1);
        add(11, "unit", BarKind.RUNS, 0, 1);
        add(12, "unit", BarKind.RUNS, 0, 1);
        assertThat(timeline().rows())
                .extracting(ThreadRow::thread)
                .containsExactlyInAnyOrder("thread 7", "unit (11)", "unit (12)");
    }

    @Test
    void whatIsNotSeenIsSaid() {
        assertThat(timeline().remarks()).containsExactly("nothing was recorded in this part");
        add(1, "worker-1", BarKind.RUNS, 0, 1);
        assertThat(TimelineBuilder.of("arm", "processes", 0, new RecordedPart(bars, 12, true))
                        .remarks())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("another thread took the lock 12 times. A gap "),
                        line -> assertThat(line).startsWith("worker processes are not recorded: "));
    }

    private void add(long id, String thread, BarKind kind, double from, double to) {
        bars.add(new RecordedBar(new RecordedRow(id, thread), new TimelineBar(kind, from, to, "")));
    }

    private ArmTimeline timeline() {
        return TimelineBuilder.of("arm", "model", 0, new RecordedPart(bars, 0, false));
    }
}
