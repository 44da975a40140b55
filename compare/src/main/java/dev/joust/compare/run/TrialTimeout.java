package dev.joust.compare.run;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.Workload;
import java.time.Duration;

/** How long to wait for the units of a trial before it counts as hung. */
final class TrialTimeout {
    private static final Duration LEAST = Duration.ofSeconds(60);

    private TrialTimeout() {}

    /** Four times the CPU work on one core, twice the waits on as few slots as a model may take, and a minute at least. */
    static Duration with(Workload workload, Arm arm, int cores) {
        var cpu = Duration.ZERO;
        var waits = Duration.ZERO;
        for (var type : workload.classes()) {
            for (var step : type.steps()) {
                switch (step) {
                    case Step.Cpu work -> cpu = cpu.plus(work.cpu());
                    case Step.Spin spin -> cpu = cpu.plus(spin.time()); // on a single loop they follow each other
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
        return time.compareTo(LEAST) > 0 ? time : LEAST;
    }
}
