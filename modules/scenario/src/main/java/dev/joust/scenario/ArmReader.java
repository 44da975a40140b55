package dev.joust.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code models}. */
final class ArmReader {
    private final Set<String> known;
    private final Workload workload;

    ArmReader(Set<String> known, Workload workload) {
        this.known = known;
        this.workload = workload;
    }

    List<Arm> read(Value list) {
        List<Arm> arms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (var item : list.items()) {
            var arm = item.isMapping() ? arm(item) : Arm.of(model(item));
            if (!names.add(arm.name())) {
                throw item.bad("'%s' takes part twice; give the second another name".formatted(arm.name()));
            }
            arms.add(arm);
        }
        return arms;
    }

    private Arm arm(Value item) {
        var fields = item.section().known("name", "model", "slots", "work", "inFlight", "options");
        var model = model(fields.required("model"));
        var name = fields.optional("name").map(Value::text).orElse(model);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw fields.required("name")
                    .bad("a name is letters, digits, '.', '_' and '-', found '%s'".formatted(name));
        }
        Map<String, String> options = new HashMap<>();
        fields.optional("options").ifPresent(o -> o.section().entries().forEach((k, v) -> options.put(k, v.text())));
        return new Arm(
                name,
                model,
                fields.optional("slots").map(s -> s.integer(1, 20_000)),
                fields.optional("work").map(w -> w.decimal(0.01, 100)).orElse(1.0),
                fields.optional("inFlight").map(this::inFlight).orElse(Map.of()),
                options);
    }

    private Map<String, Integer> inFlight(Value value) {
        if (!(workload.load() instanceof Load.Closed closed)) {
            throw value.bad("'inFlight' of a model needs a closed load");
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        value.section()
                .knownOf(closed.inFlight().keySet())
                .entries()
                .forEach((name, number) -> numbers.put(name, number.integer(0, WorkloadReader.MOST_IN_FLIGHT)));
        if (closed.with(numbers).inFlight().isEmpty()) {
            throw value.bad("nothing is in flight for this model");
        }
        return numbers;
    }

    private String model(Value value) {
        if (!known.contains(value.text())) {
            throw value.bad(
                    "unknown model '%s'; known: %s".formatted(value.text(), String.join(", ", new TreeSet<>(known))));
        }
        return value.text();
    }
}
