package dev.joust.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code work} and {@code load}. */
final class WorkloadReader {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int MOST_UNITS = 1_000_000;
    /** Loopback has about 28,000 ports; past this a count in flight measures the port table. */
    static final int MOST_IN_FLIGHT = 20_000;

    private WorkloadReader() {}

    static Workload read(Section scenario) {
        var classes = classes(scenario.required("work"));
        return new Workload(classes, load(scenario.required("load"), classes));
    }

    private static List<WorkClass> classes(Value work) {
        List<WorkClass> classes = new ArrayList<>();
        work.section().entries().forEach((name, value) -> classes.add(workClass(name, value)));
        return classes;
    }

    private static WorkClass workClass(String name, Value value) {
        if (value.isSequence()) {
            return new WorkClass(name, 1, steps(value));
        }
        var fields = value.section().known("weight", "steps");
        int weight = fields.optional("weight").map(w -> w.integer(1, 1000)).orElse(1);
        return new WorkClass(name, weight, steps(fields.required("steps")));
    }

    private static List<Step> steps(Value list) {
        return list.items().stream().map(WorkloadReader::step).toList();
    }

    private static Step step(Value item) {
        var step = new Value(item.file(), "step", item.node())
                .section()
                .single("compute", "native", "spin", "call", "stream", "file", "payload", "sleep");
        var value = step.getValue();
        return switch (step.getKey()) {
            case "compute" ->
                new Step.Compute(cpuFields(value).required("kernel").kernel(), cpu(value));
            case "native" -> new Step.Native(cpuFields(value).required("kernel").kernel(), cpu(value));
            case "call" -> call(value.section().known("delay", "bytes"));
            case "stream" -> new Step.Stream(bytes(value, 1L << 30));
            case "file" -> new Step.FileRead(bytes(value, 1L << 30));
            case "payload" -> new Step.Payload((int) bytes(value, 64L << 20));
            case "spin" -> new Step.Spin(value.duration(Duration.ofNanos(1_000), MOST));
            case "sleep" -> new Step.Sleep(value.duration(Duration.ZERO, MOST));
            default -> throw new IllegalStateException(step.getKey());
        };
    }

    private static Section cpuFields(Value value) {
        return value.section().known("kernel", "cpu");
    }

    private static Duration cpu(Value value) {
        return cpuFields(value).required("cpu").duration(Duration.ofNanos(1_000), MOST);
    }

    private static Step.Call call(Section fields) {
        var delay = fields.required("delay").duration(Duration.ZERO, MOST);
        int bytes = fields.optional("bytes").map(b -> (int) b.bytes(16L << 20)).orElse(128);
        return new Step.Call(delay, bytes);
    }

    private static long bytes(Value value, long most) {
        return value.section().known("bytes").required("bytes").bytes(most);
    }

    private static Load load(Value value, List<WorkClass> classes) {
        var load = value.section().known("batch", "closed", "open").single("batch", "closed", "open");
        return switch (load.getKey()) {
            case "batch" ->
                new Load.Batch(load.getValue()
                        .section()
                        .known("units")
                        .required("units")
                        .count(1, MOST_UNITS));
            case "closed" -> closed(load.getValue().section().known("inFlight", "for"), classes);
            default -> throw load.getValue().bad("load 'open' cannot be driven yet; known: batch, closed");
        };
    }

    private static Load closed(Section fields, List<WorkClass> classes) {
        var inFlight = fields.required("inFlight");
        var time = fields.required("for").duration(Duration.ofMillis(100), Duration.ofMinutes(10));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        if (inFlight.isMapping()) {
            var names = classes.stream().map(WorkClass::name).toList();
            var given = inFlight.section().knownOf(names);
            names.forEach(name -> numbers.put(name, given.required(name).integer(1, MOST_IN_FLIGHT)));
        } else if (classes.size() == 1) {
            numbers.put(classes.getFirst().name(), inFlight.integer(1, MOST_IN_FLIGHT));
        } else {
            throw inFlight.bad("there are several classes of work, so 'inFlight' needs a number for each: %s"
                    .formatted(classes.stream().map(WorkClass::name).toList()));
        }
        return new Load.Closed(numbers, time);
    }
}
