package dev.joust.threaded;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A thread took the lock after another thread. */
@Name("dev.joust.LockSwitch")
@Label("Interpreter Lock Switch")
@Category("Joust")
@Enabled(false)
@StackTrace(false)
final class LockSwitch extends Event {
    private static final LockSwitch PROTOTYPE = new LockSwitch(); // only asked whether a recording enables the event

    @Label("Previous Holder")
    Thread from;

    @Label("Switch Number")
    long number;

    /** Commits a switch of the calling thread, if a recording enables it. */
    static void commitIfEnabled(Thread from, long number) {
        if (PROTOTYPE.isEnabled()) {
            var event = new LockSwitch();
            event.from = from;
            event.number = number;
            event.commit();
        }
    }
}
