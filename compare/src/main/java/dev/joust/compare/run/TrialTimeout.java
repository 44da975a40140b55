package dev.joust.compare.run;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.Workload;
import java.time.Duration;
import java.util.stream.Stream;

/** How long the units of a trial may take before the trial counts as hung. */
final class TrialTimeout {
    private static final Duration MINIMUM = Duration.ofSeconds(60);

    /** A search drains for this and twice the time of one rate at most; an open load for less. */
    private static final Duration PROBE_DRAIN = Duration.ofSeconds(5);

    /** Doubling from 1/s to 100,000/s are 17, and two bisections to 3 % are 12. */
    private static final int MAX_PROBES = 40;

    private TrialTimeout() {}

    /**
     * How long units arrive, and how long the rest of them is waited for. A batch has no such time: its work bounds
     * it.
     */
    static Duration ofLoad(Load load) {
        return switch (load) {
            case Load.Batch _ -> Duration.ZERO;
            case Load.Closed closed -> closed.time();
            case Load.Open open -> open.time().plus(drain(open));
            case Load.Capacity capacity -> ofSearch(capacity.time());
        };
    }

    /**
     * How long a search for a capacity may take.
     *
     * @param time of one rate
     */
    static Duration ofSearch(Duration time) {
        return time.multipliedBy(3).plus(PROBE_DRAIN).multipliedBy(MAX_PROBES);
    }

    private static Duration drain(Load.Open open) {
        return Stream.concat(open.timeout().stream(), open.deadlines().values().stream())
                .reduce(PROBE_DRAIN, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

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
