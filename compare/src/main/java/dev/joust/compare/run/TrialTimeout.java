package dev.joust.compare.run;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.Workload;
import java.time.Duration;

/** How long the units of a trial may take before the trial counts as hung. */
final class TrialTimeout {
    private static final Duration MINIMUM = Duration.ofSeconds(60);

    private TrialTimeout() {}

    /** Four times the CPU work on one core, plus twice the waits on the fewest slots; at least one minute. */
    static Duration of(Workload workload, Arm arm, int cores) {
        var cpu = Duration.ZERO;
        var waits = Duration.ZERO;
        for (var type : workload.classes()) {
            for (var step : type.steps()) {
                switch (step) {
                    case Step.Cpu work -> cpu = cpu.plus(work.cpu());
                    case Step.Spin spin ->
                        cpu = cpu.plus(spin.time()); // a single loop spins for one unit after the other
                    case Step.Request request -> waits = waits.plus(request.waiting());
                    case Step.Sleep sleep -> waits = waits.plus(sleep.waiting());
                    case Step.FileRead f -> {}
                    case Step.Payload p -> {}
                }
            }
        }
        int units = workload.load() instanceof Load.Batch batch ? batch.units().on(cores) : 1;
        var time = cpu.multipliedBy(4L * units)
                .plus(waits.multipliedBy(2L * units).dividedBy(arm.slots().orElse(cores)));
        return time.compareTo(MINIMUM) > 0 ? time : MINIMUM;
    }
}
