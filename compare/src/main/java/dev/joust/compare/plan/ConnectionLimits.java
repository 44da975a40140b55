package dev.joust.compare.plan;

import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.SweepPoint;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many connections to the service a trial can hold on this machine: each takes a local port and an open file. A
 * trial that wants more would run into the limit, and its failures would look like those of a model.
 *
 * @param ports the first and the last port that connections may take; empty where the system does not tell
 * @param openFiles how many files a process may open; empty where the system does not tell
 */
public record ConnectionLimits(Optional<PortRange> ports, Optional<Integer> openFiles) {
    private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern FILES = Pattern.compile("(?m)^Max open files +\\d+ +(\\d{1,9}) ");

    /** The files that a trial process opens besides its connections: its jars above all. */
    private static final int OTHER_FILES = 256;

    /** Ports from the first to the last, both included. */
    public record PortRange(int first, int last) {
        private int size() {
            return last - first + 1;
        }
    }

    /** The limits of this machine and of this process. A JVM raises its soft limit of files to the hard one. */
    public static ConnectionLimits ofThisMachine() {
        return parse(text(RANGE), text(LIMITS));
    }

    static ConnectionLimits parse(String range, String limits) {
        var numbers = range.strip().split("\\s+");
        var ports = numbers.length == 2 && List.of(numbers).stream().allMatch(number -> number.matches("\\d{1,5}"))
                ? Optional.of(new PortRange(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])))
                : Optional.<PortRange>empty();
        var files = FILES.matcher(limits);
        return new ConnectionLimits(
                ports, files.find() ? Optional.of(Integer.valueOf(files.group(1))) : Optional.empty());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Checks that each trial can have its connections.
     *
     * @param cores of this machine
     * @param slots the most units that an arm's model runs at once; at least as many as are in flight for models that
     *     decide it themselves
     * @throws UsageException when one cannot; the message has the arithmetic
     */
    public void check(Chosen chosen, int cores, ToIntFunction<ArmOnCores> slots) {
        for (var scenario : chosen.scenarios()) {
            for (var arm : scenario.arms()) {
                var workload = scenario.workload().on(arm);
                int onCores = scenario.cores(cores);
                var known = new ArmOnCores(arm, onCores, workload.load().inFlight(onCores));
                check(
                        scenario,
                        arm,
                        Math.min(calling(workload, onCores), arm.slots().orElseGet(() -> slots.applyAsInt(known))));
            }
        }
    }

    /**
     * An arm under a load.
     *
     * @param inFlight the most units in flight at once
     */
    public record ArmOnCores(Arm arm, int cores, int inFlight) {}

    /** The most units in flight whose class sends requests. */
    private static int calling(Workload workload, int cores) {
        var calling = workload.classes().stream()
                .filter(type -> type.steps().stream().anyMatch(Step.Request.class::isInstance))
                .map(WorkClass::name)
                .toList();
        return switch (workload.load()) {
            case Load.Batch _, Load.Open _, Load.Capacity _ ->
                calling.isEmpty() ? 0 : workload.load().inFlight(cores);
            case Load.Closed closed ->
                closed.inFlight().entrySet().stream()
                        .filter(type -> calling.contains(type.getKey()))
                        .mapToInt(type -> type.getValue())
                        .sum();
        };
    }

    private void check(Scenario scenario, Arm arm, int connections) {
        Stream.of(ports.map(ConnectionLimits::limitOf), openFiles.map(ConnectionLimits::limitOf))
                .flatMap(Optional::stream)
                .filter(limit -> connections > limit.most())
                .findFirst()
                .ifPresent(limit -> {
                    throw new UsageException(String.format(
                            Locale.ROOT,
                            "scenario %s%s, arm %s: %,d units in flight call the service and hold a connection each,"
                                    + " but %s; have %,d in flight at most, or give the arm fewer slots",
                            scenario.family(),
                            scenario.point().map(ConnectionLimits::at).orElse(""),
                            arm.name(),
                            connections,
                            limit.text(),
                            limit.most()));
                });
    }

    private static String at(SweepPoint point) {
        return String.format(Locale.ROOT, " at %s %s", point.parameter(), point.label());
    }

    /** How many connections a process can have, and why no more. */
    private record ConnectionLimit(int most, String text) {}

    private static ConnectionLimit limitOf(PortRange range) {
        return new ConnectionLimit(
                range.size(),
                String.format(
                        Locale.ROOT,
                        "this machine has %,d ports for connections (%d to %d in %s)",
                        range.size(),
                        range.first(),
                        range.last(),
                        RANGE));
    }

    private static ConnectionLimit limitOf(int files) {
        return new ConnectionLimit(
                files - OTHER_FILES,
                String.format(
                        Locale.ROOT,
                        "a process may open %,d files here (ulimit -Hn), %d of them for other things",
                        files,
                        OTHER_FILES));
    }
}
