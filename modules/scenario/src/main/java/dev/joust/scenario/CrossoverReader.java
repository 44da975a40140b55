package dev.joust.scenario;

import java.util.List;
import java.util.Locale;

/** Reads {@code crossovers}, whose shape is checked. */
record CrossoverReader(SweepReader sweep, List<Arm> arms) {
    private static final double MAX_FACTOR = 10_000;

    List<CrossoverClaim> read(Section file) {
        return file.optional("crossovers").map(Value::items).orElse(List.of()).stream()
                .map(item -> claim(item, item.section()))
                .toList();
    }

    private CrossoverClaim claim(Value item, Section fields) {
        var between = fields.required("between");
        var names = between.items().stream().map(this::arm).toList();
        if (names.size() != 2 || names.getFirst().equals(names.getLast())) {
            throw between.bad(String.format(Locale.ROOT, "a crossover is between two arms, found %s", names));
        }
        return new CrossoverClaim(
                new CrossoverClaim.Between(
                        names.getFirst(),
                        names.getLast(),
                        fields.optional("by").map(CrossoverReader::factor).orElse(1.0)),
                sweep.predicted(fields.required("predicted")),
                fields.required("because").text(),
                new Claim.Source(item.file(), item.line()));
    }

    private static double factor(Value value) {
        double by = Double.parseDouble(value.text().replace("x", ""));
        if (by < 1 || by > MAX_FACTOR) {
            throw value.bad(String.format(Locale.ROOT, "'by' takes 1x to 10000x, found '%s'", value.text()));
        }
        return by;
    }

    private String arm(Value value) {
        var known = arms.stream().map(Arm::name).toList();
        if (!known.contains(value.text())) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "a crossover of '%s', which does not run here; running: %s",
                    value.text(),
                    String.join(", ", known)));
        }
        return value.text();
    }
}
