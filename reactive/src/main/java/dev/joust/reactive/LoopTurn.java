package dev.joust.reactive;

import dev.joust.trial.UnitStep;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * The time for which a loop takes a unit on, from one look at its I/O to the next. An event of the Flight Recorder, off
 * unless a recording enables it. While it is off, a turn costs one look at a flag, and nothing is allocated.
 */
@Name("dev.joust.LoopTurn")
@Label("Turn of an Event Loop")
@Category("Joust")
@Enabled(false)
@StackTrace(false)
final class LoopTurn extends Event {
    private static final LoopTurn NOT_RECORDED = new LoopTurn();

    @Label("Class of Work")
    String workClass;

    @Label("Step")
    @Description("The kind of step with which the turn begins, as a scenario writes it; 'end' after the last one")
    String step;

    @Label("Computed")
    @Description("Whether a step was executed on the loop, which was kept from its I/O meanwhile")
    boolean computed;

    /** A turn of this unit that begins now. */
    static LoopTurn begun(LoopUnit unit) {
        if (!NOT_RECORDED.isEnabled()) {
            return NOT_RECORDED;
        }
        var event = new LoopTurn();
        event.workClass = unit.workClass();
        event.step = unit.ended() ? "end" : UnitStep.kind(unit.step());
        event.begin();
        return event;
    }

    /** The turn ends now. */
    void ends(boolean hasComputed) {
        if (this != NOT_RECORDED) {
            computed = hasComputed;
            commit();
        }
    }
}
