package dev.joust.compare.run;

import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import java.time.Duration;

/** How long a trial takes, roughly: the weight of a trial in the time that a session has left. */
final class ExpectedTime {
    /** Start and end of the process, and a batch, whose time only a trial can tell. */
    private static final Duration OVERHEAD = Duration.ofSeconds(1);

    /** Doublings and bisections of a search for the capacity. */
    private static final int USUAL_PROBES = 14;

    private ExpectedTime() {}

    /** The time of one trial of a scenario. */
    static Duration of(Scenario scenario, Profile profile) {
        return OVERHEAD.plus(profile.warmUp(scenario, scenario.workload()).limit())
                .plus(time(scenario.workload().load()));
    }

    private static Duration time(Load load) {
        return switch (load) {
            case Load.Batch _ -> Duration.ZERO;
            case Load.Closed closed -> closed.time();
            case Load.Open open -> open.time();
            case Load.Capacity capacity -> capacity.time().multipliedBy(USUAL_PROBES);
        };
    }
}
