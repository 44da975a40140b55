package dev.joust.compare.advise;

import dev.joust.compare.plan.UsageException;
import dev.joust.scenario.Pod;
import dev.joust.scenario.TrafficProfile;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the traffic asks of the pod. Times are in seconds.
 *
 * @param cores the CPU time of the pod in cores, whole or fractional
 */
record TrafficDemand(List<ClassDemand> classes, double cores) {
    TrafficDemand {
        classes = List.copyOf(classes);
    }

    /** @param cores of this machine, where the profile has no limit */
    static TrafficDemand of(TrafficProfile profile, int cores) {
        return new TrafficDemand(profile.traffic().stream().map(ClassDemand::of).toList(), profile.cpus(cores));
    }

    /**
     * Checks that the pod has the CPU time that the traffic computes, whatever the model.
     *
     * @throws UsageException where it has not, with the arithmetic
     */
    void checkCores(String file) {
        if (cpu() >= cores) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "%s: the traffic computes %s; no model can do that: add cores, or lower the rate",
                    file,
                    sentence()));
        }
    }

    /** {@code 0.84 of 2 cores: checkout 120/s x 4 ms = 0.48, thumbnail 2/s x 180 ms = 0.36}. */
    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s of %s core%s: %s",
                AdviceNumbers.number(cpu()),
                Pod.number(cores),
                cores == 1 ? "" : "s",
                classes.stream()
                        .map(type -> String.format(
                                Locale.ROOT,
                                "%s %s/s x %s = %s",
                                type.name(),
                                AdviceNumbers.number(type.rate()),
                                AdviceNumbers.time(type.cpu()),
                                AdviceNumbers.number(type.rate() * type.cpu())))
                        .collect(Collectors.joining(", ")));
    }

    /** The cores that the traffic keeps busy. */
    double cpu() {
        return perSecond(ClassDemand::cpu);
    }

    /** The share of the time for which the traffic would hold a lock around all computation but native code. */
    double locked() {
        return perSecond(ClassDemand::locked);
    }

    /** The sum over all classes of this number per unit, per second. */
    double perSecond(ToDoubleFunction<ClassDemand> perUnit) {
        return classes.stream()
                .mapToDouble(type -> type.rate() * perUnit.applyAsDouble(type))
                .sum();
    }

    /** How many units can compute at once: a fraction of a core counts as a slower one. */
    Servers allCores() {
        int number = (int) Math.ceil(cores);
        return new Servers(number, cores / number);
    }

    /** One thread. */
    Servers oneThread() {
        return new Servers(1, Math.min(1, cores));
    }

    /**
     * What serves the units that wait.
     *
     * @param number how many at once
     * @param speed CPU time that each gets per second
     */
    record Servers(int number, double speed) {}

    /** The same with each class changed. */
    TrafficDemand with(UnaryOperator<ClassDemand> change) {
        return new TrafficDemand(classes.stream().map(change).toList(), cores);
    }

    /** The same with one class changed. */
    TrafficDemand with(String name, UnaryOperator<ClassDemand> change) {
        return with(type -> type.name().equals(name) ? change.apply(type) : type);
    }

    ClassDemand type(String name) {
        return classes.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
