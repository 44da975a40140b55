package dev.joust.compare.timeline;

import dev.joust.compare.timeline.Timeline.TimelineBar;
import java.util.Locale;

/** A bar of a thread, before its row is made. */
record RecordedBar(RecordedRow row, TimelineBar bar) {

    /**
     * A thread in a recording.
     *
     * @param id which the JVM gives no other thread
     */
    record RecordedRow(long id, String name) {
        /** The name; of a thread without one its number. */
        String label() {
            return name.isBlank() ? String.format(Locale.ROOT, "thread %d", id) : name;
        }
    }
}
