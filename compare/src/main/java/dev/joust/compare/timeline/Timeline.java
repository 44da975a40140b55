package dev.joust.compare.timeline;

import java.util.List;

/**
 * What the threads of one trial per arm did in a fraction of a second; {@code timeline.json} is this record.
 *
 * @param format the version of this format
 * @param notRecorded the arms without a recording, with the reason, one sentence each
 */
public record Timeline(int format, TimelineHeading heading, List<ArmTimeline> arms, List<String> notRecorded) {
    /** The format that is written and read. */
    public static final int FORMAT = 1;

    public Timeline {
        arms = List.copyOf(arms);
        notRecorded = List.copyOf(notRecorded);
    }

    /**
     * What was recorded.
     *
     * @param started date and time with their offset, as ISO 8601
     * @param machine the runtime, and how many cores it could use
     * @param lengthMillis how long the shown part of each trial is
     */
    public record TimelineHeading(
            String scenario, String question, String started, String machine, double lengthMillis) {}

    /**
     * The shown part of the trial of one arm.
     *
     * @param fromMillis where it begins, since the start of the trial's window
     * @param remarks what it does not show, and what it counts; one sentence each
     */
    public record ArmTimeline(String arm, String model, double fromMillis, List<ThreadRow> rows, List<String> remarks) {
        public ArmTimeline {
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }

    /** One thread; its bars are in the order of their begin. */
    public record ThreadRow(String thread, RowTotals totals, List<TimelineBar> bars) {
        public ThreadRow {
            bars = List.copyOf(bars);
        }
    }

    /** How long the thread did what, in milliseconds of the shown part. A step that needs the lock counts in both. */
    public record RowTotals(double holds, double waits, double runs, double awaits, double parked) {
        /** Of one kind. */
        public double of(BarKind kind) {
            return switch (kind) {
                case HOLDS -> holds;
                case WAITS -> waits;
                case RUNS -> runs;
                case AWAITS -> awaits;
                case PARKED -> parked;
            };
        }
    }

    /**
     * A bar.
     *
     * @param from in milliseconds since the begin of the shown part
     * @param to likewise
     * @param label what it runs or waits for; may be empty
     */
    public record TimelineBar(BarKind kind, double from, double to, String label) {
        double length() {
            return to - from;
        }
    }
}
