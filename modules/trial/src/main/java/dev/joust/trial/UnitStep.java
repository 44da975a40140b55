package dev.joust.trial;

import dev.joust.scenario.Step;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A step of a unit, from its begin to its end on the thread that does it. An event of the Flight Recorder, off unless a
 * recording enables it. While it is off, a step costs one look at a flag, and nothing is allocated.
 */
@Name("dev.joust.UnitStep")
@Label("Step of a Unit")
@Category("Joust")
@Enabled(false)
@StackTrace(false)
public final class UnitStep extends Event {
    private static final UnitStep NOT_RECORDED = new UnitStep();

    @Label("Class of Work")
    String workClass;

    @Label("Step")
    @Description("The kind of step, as a scenario writes it")
    String step;

    private UnitStep() {}

    /** A step that begins now. */
    public static UnitStep begun(String workClass, Step step) {
        if (!NOT_RECORDED.isEnabled()) {
            return NOT_RECORDED;
        }
        var event = new UnitStep();
        event.workClass = workClass;
        event.step = kind(step);
        event.begin();
        return event;
    }

    /** The step ends now. A step that fails need not end. */
    public void ends() {
        if (this != NOT_RECORDED) {
            commit();
        }
    }

    /** The word of a scenario for such a step. */
    public static String kind(Step step) {
        return switch (step) {
            case Step.Compute _ -> "compute";
            case Step.Native _ -> "native";
            case Step.Monitor _ -> "monitor";
            case Step.Spin _ -> "spin";
            case Step.Call _ -> "call";
            case Step.Stream _ -> "stream";
            case Step.FileRead _ -> "file";
            case Step.Payload _ -> "payload";
            case Step.Sleep _ -> "sleep";
        };
    }
}
