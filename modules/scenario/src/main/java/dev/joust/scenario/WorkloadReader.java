package dev.joust.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code work} and {@code load}, whose shapes are checked. */
final class WorkloadReader {
    static final int DEFAULT_CALL_BYTES = 128;

    private final int cores;
    private final Optional<Path> file;

    /**
     * @param cores of the machine
     * @param file the scenario's; empty: the text is of no file
     */
    WorkloadReader(int cores, Optional<Path> file) {
        this.cores = cores;
        this.file = file;
    }

    Workload read(Section scenario) {
        var classes = classes(scenario.required("work"));
        var load = load(scenario.required("load"), classes);
        return new Workload(classes, load, scenario.optional("over").map(over -> http(over, load)));
    }

    private HttpAccess http(Value over, Load load) {
        int usual = load instanceof Load.Open || load instanceof Load.Capacity
                ? HttpAccess.USUAL_CONNECTIONS
                : load.inFlight(cores);
        if (!over.isMapping()) {
            return new HttpAccess(usual, true, HttpAccess.USUAL_BACKLOG);
        }
        var fields = over.section().single().getValue().section();
        return new HttpAccess(
                fields.optional("connections").map(Value::integer).orElse(usual),
                fields.optional("keepAlive").map(Value::trueOrFalse).orElse(true),
                fields.optional("backlog").map(Value::integer).orElse(HttpAccess.USUAL_BACKLOG));
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
        var fields = value.section();
        int weight = fields.optional("weight").map(Value::integer).orElse(1);
        return new WorkClass(
                name,
                weight,
                fields.optional("steps").map(WorkloadReader::steps).orElseGet(() -> CpuShareReader.steps(fields)));
    }

    static List<Step> steps(Value list) {
        return list.items().stream().map(WorkloadReader::step).toList();
    }

    private static Step step(Value item) {
        var step = item.section().single();
        var value = step.getValue();
        return switch (step.getKey()) {
            case "compute" -> new Step.Compute(kernel(value), cpu(value));
            case "native" -> new Step.Native(kernel(value), cpu(value));
            case "monitor" -> new Step.Monitor(value.duration());
            case "call" -> call(value);
            case "stream" -> new Step.Stream(bytes(value));
            case "file" -> new Step.FileRead(bytes(value));
            case "payload" -> new Step.Payload((int) bytes(value));
            case "spin" -> new Step.Spin(value.duration());
            case "sleep" -> new Step.Sleep(value.duration());
            default -> throw new IllegalStateException(step.getKey());
        };
    }

    /** The usual kernel in the short form, which traffic profiles have. */
    private static Kernel kernel(Value step) {
        return step.isMapping()
                ? Kernel.labelled(step.section().required("kernel").text())
                : Kernel.MIX;
    }

    private static Duration cpu(Value step) {
        return longForm(step, "cpu").duration();
    }

    private static Step.Call call(Value value) {
        if (!value.isMapping()) {
            return new Step.Call(value.duration(), DEFAULT_CALL_BYTES);
        }
        var fields = value.section();
        return new Step.Call(
                fields.required("delay").duration(),
                fields.optional("bytes").map(b -> (int) b.bytes()).orElse(DEFAULT_CALL_BYTES));
    }

    private static long bytes(Value value) {
        return longForm(value, "bytes").bytes();
    }

    /** The value itself in the short form, the value of the key in the long one. */
    private static Value longForm(Value value, String key) {
        return value.isMapping() ? value.section().required(key) : value;
    }

    private Load load(Value value, List<WorkClass> classes) {
        var load = value.section().single();
        var given = load.getValue();
        var open = new OpenLoadReader(classes, new ArrivalsReader(classes, file));
        return switch (load.getKey()) {
            case "batch" -> new Load.Batch(longForm(given, "units").count());
            case "closed" -> closed(given.section(), classes);
            case "open" -> open.open(given);
            case "capacity" -> open.capacity(given);
            default -> throw new IllegalStateException(load.getKey());
        };
    }

    private Load closed(Section fields, List<WorkClass> classes) {
        var names = classes.stream().map(WorkClass::name).toList();
        var inFlight = fields.required("inFlight");
        Map<String, Integer> numbers = new LinkedHashMap<>();
        if (inFlight.isMapping()) {
            inFlight.each(names).forEach((name, number) -> numbers.put(name, number.inFlight(cores)));
        } else if (classes.size() == 1) {
            numbers.put(names.getFirst(), inFlight.inFlight(cores));
        } else {
            throw inFlight.bad(String.format(
                    Locale.ROOT,
                    "there are several classes of work, so 'inFlight' needs a number for each: %s",
                    names));
        }
        return new Load.Closed(numbers, fields.required("for").duration());
    }
}
