package dev.joust.compare;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.Workload;
import java.time.Duration;

/** How long to wait for the units of a trial before it counts as hung. */
final class Patience {
    private static final Duration LEAST = Duration.ofSeconds(60);

    private Patience() {}

    /** Four times the CPU work on one core, twice the waits on as few slots as a model may take, and a minute at least. */
    static Duration with(Workload workload, Arm arm, int cores) {
        var cpu = Duration.ZERO;
        var waits = Duration.ZERO;
        for (var type : workload.classes()) {
            for (var step : type.steps()) {
                switch (step) {
                    case Step.Compute c -> cpu = cpu.plus(c.cpu());
                    case Step.Native n -> cpu = cpu.plus(n.cpu());
                    case Step.Call c -> waits = waits.plus(c.delay());
                    case Step.Spin s -> cpu = cpu.plus(s.time());
                    case Step.Sleep s -> waits = waits.plus(s.time());
                    case Step.Stream s -> {}
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
