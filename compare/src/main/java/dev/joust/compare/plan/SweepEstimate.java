package dev.joust.compare.plan;

import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.Workload;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Estimates how long the sweeps of a session take until the first look, before they start: values x arms x blocks x
 * (warm-up + window + overhead). A trial may be steady before its warm-up ends, and blocks may be repeated.
 *
 * @param cores of this machine
 * @param blocks of each scenario that run here
 */
public record SweepEstimate(Profile profile, int cores, int blocks) {
    /** To start a JVM, connect it and read its process tree; about as long as a trial of quick without its window. */
    private static final Duration OVERHEAD = Duration.ofSeconds(1);

    /** One line per sweep. */
    public List<String> lines(List<Scenario> scenarios) {
        Map<String, List<Scenario>> sweeps = scenarios.stream()
                .filter(scenario -> scenario.point().isPresent())
                .collect(Collectors.groupingBy(Scenario::family, LinkedHashMap::new, Collectors.toList()));
        return sweeps.values().stream().map(this::line).toList();
    }

    private String line(List<Scenario> points) {
        var first = points.getFirst();
        int arms = first.arms().size();
        var all = points.stream().map(this::block).reduce(Duration.ZERO, Duration::plus);
        return String.format(
                Locale.ROOT,
                "sweep %s: %d values of %s x %d arms x %d blocks = %d trials, about %s",
                first.family(),
                points.size(),
                first.point().orElseThrow().parameter(),
                arms,
                blocks,
                points.size() * arms * blocks,
                text(all.multipliedBy(blocks)));
    }

    private Duration block(Scenario scenario) {
        return scenario.arms().stream()
                .map(arm -> trial(scenario, scenario.workload().on(arm)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Duration trial(Scenario scenario, Workload workload) {
        return profile.warmUp(scenario, workload)
                .limit()
                .plus(window(workload, scenario))
                .plus(OVERHEAD);
    }

    private Duration window(Workload workload, Scenario scenario) {
        return switch (workload.load()) {
            case Load.Batch(Load.Count units) -> batch(workload, units.on(scenario.cores(cores)));
            case Load.Closed closed -> closed.time();
            case Load.Open open -> open.time();
            case Load.Capacity capacity -> capacity.time().multipliedBy(probes(capacity));
        };
    }

    /** A batch whose computations have one core, as a loop has. */
    private static Duration batch(Workload workload, int units) {
        var cpu = workload.classes().stream()
                .flatMap(type -> type.steps().stream())
                .map(step -> step instanceof Step.Cpu work ? work.cpu() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
        return cpu.multipliedBy(units).dividedBy(workload.classes().size()).plus(workload.longestWait());
    }

    /** A bisection to one percent of the range, and its two ends. */
    private static int probes(Load.Capacity capacity) {
        return 2 + (int) Math.ceil(Math.log(100 * (1 - capacity.least() / capacity.most())) / Math.log(2));
    }

    private static String text(Duration time) {
        return time.toMinutes() < 1
                ? String.format(Locale.ROOT, "%d seconds", time.toSeconds())
                : String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
}
