package dev.joust.scenario;

import dev.joust.scenario.Metric.Quantity;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that a metric is known under the load, and of what it is asked. */
final class MetricCheck {
    private static final Set<Quantity> RESPONSES =
            EnumSet.of(Quantity.RESPONSE_P50, Quantity.RESPONSE_P99, Quantity.RESPONSE_P99_9);

    private static final Set<Quantity> OF_ALL_CLASSES =
            EnumSet.of(Quantity.MEMORY_PER_UNIT_IN_FLIGHT, Quantity.MEMORY, Quantity.CAPACITY, Quantity.SLO_CAPACITY);

    private final Workload workload;

    MetricCheck(Workload workload) {
        this.workload = workload;
    }

    /**
     * Checks a metric whose class of work exists.
     *
     * @param value where it stands
     */
    void check(Value value, Metric metric) {
        var known = known();
        if (!known.contains(metric.quantity())) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "%s is not known under this load; known: %s",
                    metric.quantity().label(),
                    known.stream().map(Quantity::label).collect(Collectors.joining(", "))));
        }
        if (metric.of().isPresent() && OF_ALL_CLASSES.contains(metric.quantity())) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "%s is that of all classes of work, found '%s'",
                    metric.quantity().label(),
                    metric));
        }
        switch (metric.quantity()) {
            case CPU_PER_UNIT -> checkCpuTime(value, metric.of());
            case RECOVERY -> checkPeak(value);
            case SLO_CAPACITY -> checkPromise(value);
            default -> {} // the load alone decides
        }
    }

    /** Every metric of this work under its load: of all classes together, and of each where there are several. */
    List<Metric> all() {
        var classes = workload.classes().stream().map(WorkClass::name).toList();
        var of = Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        classes.size() > 1 ? classes.stream().map(Optional::of) : Stream.of())
                .toList();
        return known().stream()
                .flatMap(quantity -> of.stream().map(name -> new Metric(quantity, name)))
                .filter(this::exists)
                .toList();
    }

    private boolean exists(Metric metric) {
        if (metric.of().isPresent() && OF_ALL_CLASSES.contains(metric.quantity())) {
            return false;
        }
        return switch (metric.quantity()) {
            case MAKESPAN -> metric.of().isEmpty();
            case CPU_PER_UNIT -> knowsCpuTime(metric.of());
            case RECOVERY -> peaks();
            case SLO_CAPACITY -> promises();
            default -> true; // the load alone decides
        };
    }

    private Set<Quantity> known() {
        var known = EnumSet.of(Quantity.CPU_PER_UNIT);
        switch (workload.load()) {
            case Load.Batch _ -> known.add(Quantity.MAKESPAN);
            case Load.Closed _ -> known.addAll(EnumSet.of(Quantity.MEMORY_PER_UNIT_IN_FLIGHT, Quantity.MEMORY));
            case Load.Open _ ->
                known.addAll(EnumSet.of(
                        Quantity.GOODPUT,
                        Quantity.RATE_RATIO,
                        Quantity.BACKLOG,
                        Quantity.RECOVERY,
                        Quantity.MEMORY_PER_UNIT_IN_FLIGHT,
                        Quantity.MEMORY));
            case Load.Capacity _ -> known.addAll(EnumSet.of(Quantity.CAPACITY, Quantity.SLO_CAPACITY));
        }
        if (!(workload.load() instanceof Load.Capacity)) {
            known.addAll(RESPONSES);
            known.add(Quantity.THROUGHPUT);
        }
        return known;
    }

    private void checkPeak(Value value) {
        if (!peaks()) {
            throw value.bad("recovery needs a rate that rises and falls again, for example"
                    + " [{at: 50/s, for: 5s}, {at: 200/s, for: 1s}, {at: 50/s, for: 5s}]");
        }
    }

    private boolean peaks() {
        return workload.load() instanceof Load.Open open
                && open.rates().values().stream().anyMatch(Rate::peaks);
    }

    private void checkPromise(Value value) {
        if (!promises()) {
            throw value.bad("slo-capacity needs a promise, for example promise: {p99: 250ms}");
        }
    }

    private boolean promises() {
        return workload.load() instanceof Load.Capacity capacity
                && capacity.promise().isPresent();
    }

    private void checkCpuTime(Value value, Optional<String> of) {
        if (knowsCpuTime(of)) {
            return;
        }
        if (busy().size() > 1) {
            throw value.bad("cpu-per-unit needs one class of work: nothing divides the CPU time among " + busy());
        }
        throw value.bad("cpu-per-unit is known of the class that does not sleep: cpu-per-unit of "
                + (busy().isEmpty() ? "none" : busy().getFirst()));
    }

    /**
     * CPU time is read of the whole process tree, so it is that of a class only where the other classes sleep. The
     * classes of an open load arrive in the same mixture for each model, so there it may be that of all.
     */
    private boolean knowsCpuTime(Optional<String> of) {
        return workload.classes().size() == 1
                || of.stream().toList().equals(busy())
                || of.isEmpty() && workload.load() instanceof Load.Open;
    }

    private List<String> busy() {
        return workload.classes().stream()
                .filter(type -> !type.sleeps())
                .map(WorkClass::name)
                .toList();
    }
}
