package dev.joust.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code models}. */
final class ArmReader {
    private final Set<String> known;

    ArmReader(Set<String> known) {
        this.known = known;
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
        var fields = item.section().known("name", "model", "slots", "work", "options");
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
                options);
    }

    private String model(Value value) {
        if (!known.contains(value.text())) {
            throw value.bad(
                    "unknown model '%s'; known: %s".formatted(value.text(), String.join(", ", new TreeSet<>(known))));
        }
        return value.text();
    }
}
