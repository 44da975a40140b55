package dev.joust.scenario;

import java.time.Duration;
import java.util.List;

/**
 * A named class of work: its steps, in order.
 *
 * @param weight in a load that several classes share, how many units of this class run per unit of a class of weight 1
 */
public record WorkClass(String name, int weight, List<Step> steps) {
    public WorkClass {
        steps = List.copyOf(steps);
    }

    /** Whether its units do nothing but sleep, which takes next to no CPU time. */
    boolean sleeps() {
        return steps.stream().allMatch(Step.Sleep.class::isInstance);
    }

    /** How long a unit of this class waits, whatever the model. */
    public Duration waiting() {
        return steps.stream().map(Step::waiting).reduce(Duration.ZERO, Duration::plus);
    }
}
