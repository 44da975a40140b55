package dev.joust.threaded;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The time for which a thread held the lock. */
@Name("dev.joust.LockHold")
@Label("Interpreter Lock Hold")
@Category("Joust")
@Enabled(false)
@StackTrace(false)
final class LockHold extends Event {
    private static final LockHold PROTOTYPE = new LockHold(); // only asked whether a recording enables the event

    @Label("Requested")
    @Description("Whether another thread had requested the lock")
    boolean requested;

    @Label("Polled")
    @Description("Whether the thread dropped the lock at a poll, not by a release of its own")
    boolean polled;

    /** Whether a recording enables this event. */
    static boolean isRecorded() {
        return PROTOTYPE.isEnabled();
    }

    /** An event that begins now. */
    static LockHold begun() {
        var event = new LockHold();
        event.begin();
        return event;
    }
}
