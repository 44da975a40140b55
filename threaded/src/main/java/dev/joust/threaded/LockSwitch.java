package dev.joust.threaded;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Its thread took the lock after another thread. */
@Name("dev.joust.LockSwitch")
@Label("Interpreter Lock Switch")
@Category("Joust")
@Enabled(false)
@StackTrace(false)
final class LockSwitch extends Event {
    @Label("Previous Holder")
    Thread from;

    @Label("Switch Number")
    long number;
}
