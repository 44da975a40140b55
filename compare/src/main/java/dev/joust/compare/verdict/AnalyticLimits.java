package dev.joust.compare.verdict;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Ceiling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The best that a model can reach, by arithmetic. It follows from the calibrated CPU times, the waits, and how many
 * units can compute and wait at once. Only the cores limit work outside the lock.
 *
 * @param cpus the CPU time per second, in cores
 * @param drift the least share of its calibrated CPU time that a kernel takes
 * @param roundTripSeconds what a request takes at least outside the service; 0 for a service on this machine
 */
public record AnalyticLimits(
        Workload workload, Ceiling ceiling, double cpus, ToDoubleFunction<Kernel> drift, double roundTripSeconds) {

    /** With a service on this machine. */
    public AnalyticLimits(Workload workload, Ceiling ceiling, double cpus, ToDoubleFunction<Kernel> drift) {
        this(workload, ceiling, cpus, drift, 0);
    }

    /** The shortest time for the batch, in seconds. */
    double leastMakespan(int units) {
        var classes = workload.classes();
        double weights = classes.stream().mapToInt(WorkClass::weight).sum();
        double compute = 0;
        double cpu = 0;
        double waiting = 0;
        double longest = 0;
        for (var type : classes) {
            double number = Math.floor(units * type.weight() / weights);
            compute += number * computing(type);
            cpu += number * (computing(type) + outsideLock(type));
            waiting += number * waits(type);
            longest = Math.max(longest, alone(type));
        }
        return List.of(longest, compute / computing(), cpu / cpus, waiting / Math.min(units, ceiling.waiting()))
                .stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    /** The most units per second of a class under the closed load, without the other classes. */
    double mostThroughput(String name) {
        var type = workload.classes().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
        int inFlight = ((Load.Closed) workload.load()).inFlight().get(name);
        double most = Math.min(inFlight, ceiling.waiting()) / alone(type);
        most = Math.min(most, computing() / computing(type));
        return Math.min(most, cpus / (computing(type) + outsideLock(type)));
    }

    /** The highest whole rate in units per second, of which each class has its share. */
    public double mostRate(Map<String, Double> shares) {
        return 1 / leastSeconds(shares::get);
    }

    /** The shortest time for so many units of each class that do not arrive at once. */
    double leastSeconds(ToDoubleFunction<String> units) {
        double compute = 0;
        double cpu = 0;
        double held = 0;
        for (var type : workload.classes()) {
            double number = units.applyAsDouble(type.name());
            compute += number * computing(type);
            cpu += number * (computing(type) + outsideLock(type));
            held += number * alone(type);
        }
        return Math.max(Math.max(compute / computing(), cpu / cpus), held / ceiling.waiting());
    }

    /** The time of the longest unit, in seconds. */
    double longest() {
        return workload.classes().stream().mapToDouble(this::alone).max().orElse(0);
    }

    /** The relative standard deviation of the work of so many units of each class. Their numbers are Poisson. */
    double scatter(ToDoubleFunction<String> units) {
        double work = 0;
        double variance = 0;
        for (var type : workload.classes()) {
            double number = units.applyAsDouble(type.name());
            double cpu = computing(type) + outsideLock(type);
            double each = cpu > 0 ? cpu : alone(type);
            work += number * each;
            variance += number * each * each;
        }
        return work > 0 ? Math.sqrt(variance) / work : 0;
    }

    /** How many units can compute at once; a fraction where the CPU quota is one. */
    double computing() {
        return Math.min(ceiling.computing(), cpus);
    }

    private double alone(WorkClass type) {
        return computing(type) + outsideLock(type) + waits(type);
    }

    private double computing(WorkClass type) {
        return sum(
                type,
                step -> step instanceof Step.Cpu work && !(step instanceof Step.Native)
                        ? least(work.kernel(), work.cpu())
                        : Duration.ZERO);
    }

    private double outsideLock(WorkClass type) {
        return sum(type, step -> step instanceof Step.Native(var kernel, var cpu) ? least(kernel, cpu) : Duration.ZERO);
    }

    private Duration least(Kernel kernel, Duration cpu) {
        return Duration.ofNanos(Math.round(cpu.toNanos() * drift.applyAsDouble(kernel)));
    }

    private double waits(WorkClass type) {
        long requests =
                type.steps().stream().filter(Step.Request.class::isInstance).count();
        return type.waiting().toNanos() / 1e9 + requests * roundTripSeconds;
    }

    private static double sum(WorkClass type, Function<Step, Duration> time) {
        return type.steps().stream()
                .mapToDouble(s -> time.apply(s).toNanos() / 1e9)
                .sum();
    }
}
