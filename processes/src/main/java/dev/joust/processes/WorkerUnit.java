package dev.joust.processes;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * The time for which a worker has a unit as its parent sees it: from the assignment to the answer, with both ways. Its
 * thread is the parent's thread for the worker. An event of the Flight Recorder, off unless a recording enables it.
 * While it is off, a unit costs one look at a flag, and nothing is allocated.
 */
@Name("dev.joust.WorkerUnit")
@Label("Unit of a Worker Process")
@Category("Joust")
@Enabled(false)
@StackTrace(false)
final class WorkerUnit extends Event {
    private static final WorkerUnit NOT_RECORDED = new WorkerUnit();

    @Label("Class of Work")
    String workClass;

    /** A unit, or a step of one, that a worker gets now. */
    static WorkerUnit assigned(Job job) {
        if (!NOT_RECORDED.isEnabled()) {
            return NOT_RECORDED;
        }
        var event = new WorkerUnit();
        event.workClass = job.name();
        event.begin();
        return event;
    }

    /** The worker has answered. */
    void answered() {
        if (this != NOT_RECORDED) {
            commit();
        }
    }
}
