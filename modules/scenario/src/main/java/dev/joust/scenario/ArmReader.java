package dev.joust.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code models}, whose shape is checked. */
final class ArmReader {
    private final Map<String, Set<String>> models;
    private final Workload workload;
    private final int cores;
    private final Optional<Path> file;

    /**
     * @param models the names of the options that each model knows, by the model's name
     * @param cores of the machine
     * @param file the file that paths are relative to
     */
    ArmReader(Map<String, Set<String>> models, Workload workload, int cores, Optional<Path> file) {
        this.models = models;
        this.workload = workload;
        this.cores = cores;
        this.file = file;
    }

    List<Arm> read(Value list) {
        List<Arm> arms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (list.items().size() > ScenarioBounds.MAX_ARMS) {
            throw list.bad(String.format(
                    Locale.ROOT,
                    "'models' takes at most %d entries, found %d",
                    ScenarioBounds.MAX_ARMS,
                    list.items().size()));
        }
        for (var item : list.items()) {
            var arm = item.isMapping() ? arm(item) : Arm.of(model(item));
            if (!names.add(arm.name())) {
                throw item.bad(
                        String.format(Locale.ROOT, "'%s' takes part twice; give the second another name", arm.name()));
            }
            arms.add(arm);
        }
        return arms;
    }

    private Arm arm(Value item) {
        var fields = item.section();
        var runtime = new ArmRuntimeReader(file).read(fields);
        boolean hasJars = runtime.filter(own -> !own.jars().isEmpty()).isPresent();
        var model = hasJars ? modelOfJar(fields.required("model")) : model(fields.required("model"));
        return new Arm(
                fields.optional("name").map(Value::text).orElse(model),
                model,
                fields.optional("slots").map(Value::integer),
                fields.optional("cpuFactor").map(Value::decimal).orElse(1.0),
                inFlight(fields),
                fields.optional("options")
                        .map(given -> options(model, given, hasJars))
                        .orElse(Map.of()),
                runtime);
    }

    private Map<String, String> options(String model, Value given, boolean ofJar) {
        Map<String, String> options = new HashMap<>();
        var section = given.section();
        section.entries().forEach((name, value) -> {
            if (!ofJar && !models.get(model).contains(name)) {
                throw section.keys()
                        .get(name)
                        .bad(String.format(
                                Locale.ROOT,
                                "unknown option '%s' of %s; known: %s",
                                name,
                                model,
                                listed(models.get(model))));
            }
            options.put(name, value.text());
        });
        return options;
    }

    /** The numbers that differ from those of the load; 0 for a class that the arm runs without. */
    private Map<String, Integer> inFlight(Section fields) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        fields.optional("inFlight").ifPresent(value -> {
            var names = closed(value).inFlight().keySet();
            value.section()
                    .namesAmong("inFlight", names)
                    .entries()
                    .forEach((name, number) -> numbers.put(name, number.inFlight(cores)));
        });
        fields.optional("without").ifPresent(value -> without(value, numbers));
        return numbers;
    }

    private void without(Value value, Map<String, Integer> numbers) {
        var closed = closed(value);
        for (var name : value.items()) {
            if (!closed.inFlight().containsKey(name.text())) {
                throw name.bad(String.format(
                        Locale.ROOT,
                        "unknown work '%s' in without; known: %s",
                        name.text(),
                        String.join(", ", closed.inFlight().keySet())));
            }
            if (numbers.put(name.text(), 0) != null) {
                throw name.bad(
                        String.format(Locale.ROOT, "'%s' stands twice in 'inFlight' and 'without'", name.text()));
            }
        }
        if (closed.with(numbers).inFlight().isEmpty()) {
            throw value.bad("nothing is in flight for this model");
        }
    }

    private Load.Closed closed(Value value) {
        if (workload.load() instanceof Load.Closed closed) {
            return closed;
        }
        throw value.bad(String.format(Locale.ROOT, "'%s' of a model needs a closed load", value.key()));
    }

    /** A jar may bring a model that nobody else knows, or another version of a known one. */
    private static String modelOfJar(Value value) {
        if (!ScenarioBounds.ARM.matcher(value.text()).matches()) {
            throw value.bad(String.format(
                    Locale.ROOT, "a model's name is letters, digits, '.', '_' and '-', found '%s'", value.text()));
        }
        return value.text();
    }

    private String model(Value value) {
        if (!models.containsKey(value.text())) {
            throw value.bad(
                    String.format(Locale.ROOT, "unknown model '%s'; known: %s", value.text(), listed(models.keySet())));
        }
        return value.text();
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
    }
}
