package dev.joust.compare.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure of a traffic profile that may be wrong, or change.
 *
 * @param of the class of traffic; empty for the cores
 */
record DemandInput(InputKind kind, String of) {

    /** What can vary. */
    enum InputKind {
        RATE,
        COMPUTATION,
        PAUSES,
        CORES
    }

    /** Every figure that a demand has. */
    static List<DemandInput> of(TrafficDemand demand) {
        List<DemandInput> inputs = new ArrayList<>();
        for (var type : demand.classes()) {
            inputs.add(new DemandInput(InputKind.RATE, type.name()));
            if (type.cpu() > 0) {
                inputs.add(new DemandInput(InputKind.COMPUTATION, type.name()));
            }
            if (type.pause() > 0) {
                inputs.add(new DemandInput(InputKind.PAUSES, type.name()));
            }
        }
        inputs.add(new DemandInput(InputKind.CORES, ""));
        return inputs;
    }

    /** The demand with this figure multiplied. */
    TrafficDemand scaled(TrafficDemand demand, double factor) {
        return switch (kind) {
            case RATE -> demand.with(of, type -> type.withRate(factor));
            case COMPUTATION -> demand.with(of, type -> type.withCpu(factor));
            case PAUSES -> demand.with(of, type -> type.withPauses(factor));
            case CORES -> new TrafficDemand(demand.classes(), demand.cores() * factor);
        };
    }

    /** {@code the rate of checkout}. */
    String words() {
        return switch (kind) {
            case RATE -> "the rate of " + of;
            case COMPUTATION -> "the CPU time of " + of;
            case PAUSES -> "the calls and pauses of " + of;
            case CORES -> "the cores";
        };
    }

    /** Its value in a demand: {@code 120/s}. */
    String value(TrafficDemand demand) {
        return switch (kind) {
            case RATE ->
                String.format(
                        Locale.ROOT,
                        "%s/s",
                        AdviceNumbers.number(demand.type(of).rate()));
            case COMPUTATION -> AdviceNumbers.time(demand.type(of).cpu());
            case PAUSES -> AdviceNumbers.time(demand.type(of).pause());
            case CORES -> AdviceNumbers.number(demand.cores());
        };
    }
}
