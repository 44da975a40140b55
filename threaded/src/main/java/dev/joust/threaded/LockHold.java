package dev.joust.threaded;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The time for which its thread held the lock. */
@Name("dev.joust.LockHold")
@Label("Interpreter Lock Hold")
@Category("Joust")
@Enabled(false)
@StackTrace(false)
final class LockHold extends Event {
    @Label("Requested")
    @Description("Whether another thread had asked for the lock")
    boolean requested;

    @Label("Polled")
    @Description("Whether the thread dropped the lock at a poll, not of its own will")
    boolean polled;
}
