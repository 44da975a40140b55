package dev.joust.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The classes of work, and how their units arrive.
 *
 * @param http how units reach models that are servers; empty: the models run in the process of the load
 */
public record Workload(List<WorkClass> classes, Load load, Optional<HttpAccess> http) {
    public Workload {
        classes = List.copyOf(classes);
    }

    /** A workload whose models run in the process of the load. */
    public Workload(List<WorkClass> classes, Load load) {
        this(classes, load, Optional.empty());
    }

    /** The same work under another load. */
    public Workload under(Load other) {
        return new Workload(classes, other, http);
    }

    /** The same work for models that are servers. */
    public Workload over(HttpAccess access) {
        return new Workload(classes, load, Optional.of(access));
    }

    /** What the trials of an arm run, with the arm's factor on CPU work and its numbers in flight. */
    public Workload on(Arm arm) {
        var scaled = withCpuTimes(arm.cpuFactor());
        return switch (load) {
            case Load.Batch _, Load.Open _, Load.Capacity _ -> scaled;
            case Load.Closed closed -> scaled.onlyInFlight(closed.with(arm.inFlight()));
        };
    }

    /** The same work under another closed load, without the classes that have no units in flight. */
    private Workload onlyInFlight(Load.Closed closed) {
        return new Workload(
                classes.stream()
                        .filter(c -> closed.inFlight().containsKey(c.name()))
                        .toList(),
                closed,
                http);
    }

    /** The same workload with its CPU work multiplied by the factor. Nothing else changes. */
    public Workload withCpuTimes(double factor) {
        return withSteps(step -> scaled(step, factor));
    }

    /** The same workload with longer steps cut to this time, for warming up. Bytes stay as they are. */
    public Workload withStepsOfAtMost(Duration most) {
        return withSteps(step -> cut(step, most));
    }

    private Workload withSteps(UnaryOperator<Step> change) {
        return new Workload(
                classes.stream()
                        .map(c -> new WorkClass(
                                c.name(),
                                c.weight(),
                                c.steps().stream().map(change).toList()))
                        .toList(),
                load,
                http);
    }

    /** Every metric that its trials can have: of all classes together, and of each where there are several. */
    public List<Metric> metrics() {
        return new MetricCheck(this).all();
    }

    /** Whether any step calls the network service. */
    public boolean needsService() {
        return steps().anyMatch(Step.Request.class::isInstance);
    }

    /** The kernels that the steps run, each once. */
    public List<Kernel> kernels() {
        return steps().filter(Step.Cpu.class::isInstance)
                .map(step -> ((Step.Cpu) step).kernel())
                .distinct()
                .toList();
    }

    /** The longest wait of a unit, whatever the model. */
    public Duration longestWait() {
        return classes.stream().map(WorkClass::waiting).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private Stream<Step> steps() {
        return classes.stream().flatMap(type -> type.steps().stream());
    }

    private static Step scaled(Step step, double factor) {
        return switch (step) {
            case Step.Compute c -> new Step.Compute(c.kernel(), times(c.cpu(), factor));
            case Step.Native n -> new Step.Native(n.kernel(), times(n.cpu(), factor));
            case Step.Monitor m -> new Step.Monitor(times(m.hold(), factor));
            case Step.Call c -> c;
            case Step.Stream s -> s;
            case Step.FileRead f -> f;
            case Step.Payload p -> p;
            case Step.Sleep s -> s;
            case Step.Spin s -> s;
        };
    }

    private static Step cut(Step step, Duration most) {
        return switch (step) {
            case Step.Compute c -> new Step.Compute(c.kernel(), least(c.cpu(), most));
            case Step.Native n -> new Step.Native(n.kernel(), least(n.cpu(), most));
            case Step.Monitor m -> new Step.Monitor(least(m.hold(), most));
            case Step.Call c -> new Step.Call(least(c.delay(), most), c.bytes());
            case Step.Stream s -> s;
            case Step.FileRead f -> f;
            case Step.Payload p -> p;
            case Step.Sleep s -> new Step.Sleep(least(s.time(), most));
            case Step.Spin s -> new Step.Spin(least(s.time(), most));
        };
    }

    private static Duration least(Duration time, Duration most) {
        return time.compareTo(most) < 0 ? time : most;
    }

    private static Duration times(Duration time, double factor) {
        return Duration.ofNanos(Math.round(time.toNanos() * factor));
    }
}
