package dev.joust.scenario;

import java.time.Duration;
import java.util.List;

/**
 * A named kind of unit: its steps, in order.
 *
 * @param weight how many units of this class there are for each one of a class of weight 1, in a batch of several classes
 */
public record WorkClass(String name, int weight, List<Step> steps) {
    public WorkClass {
        steps = List.copyOf(steps);
    }

    /** The time for which a unit of this class waits, whatever the model. */
    public Duration waiting() {
        return steps.stream().map(Step::waiting).reduce(Duration.ZERO, Duration::plus);
    }
}
