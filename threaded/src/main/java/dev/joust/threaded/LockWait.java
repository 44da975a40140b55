package dev.joust.threaded;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A thread's wait for the lock, from finding it held to taking it. */
@Name("dev.joust.LockWait")
@Label("Interpreter Lock Wait")
@Category("Joust")
@Enabled(false)
@StackTrace(false)
final class LockWait extends Event {
    @Label("Intervals")
    @Description("How often the thread began to wait for an interval")
    int intervals;

    @Label("Requests")
    @Description("How often the thread requested that the holder drop the lock")
    int requests;
}
