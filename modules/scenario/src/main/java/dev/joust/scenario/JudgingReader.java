package dev.joust.scenario;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads {@code metric}, {@code needs}, {@code claims} and {@code control}, whose shapes are checked. */
final class JudgingReader {
    private final Workload workload;
    private final List<Arm> arms;
    private final Predicate<Value> asked;

    /** @param asked whether a claim is asked of this scenario; a sweep asks some claims at some values only */
    JudgingReader(Workload workload, List<Arm> arms, Predicate<Value> asked) {
        this.workload = workload;
        this.arms = arms;
        this.asked = asked;
    }

    Scenario.Judging read(Section fields) {
        var primary = metric(fields.required("metric"));
        int cores = cores(fields).orElse(1);
        var claims = fields.optional("claims").map(Value::items).orElse(List.of()).stream()
                .filter(asked)
                .flatMap(item -> claims(item.section(), primary, cores))
                .toList();
        return new Scenario.Judging(primary, claims, fields.optional("control").map(this::control));
    }

    private static Optional<Integer> cores(Section fields) {
        return fields.optional("needs")
                .map(needs -> needs.section().required("cores").integer());
    }

    private Metric metric(Value value) {
        var words = value.text().split("\\s+of\\s+", 2);
        var quantity = Metric.Quantity.labelled(words[0]).orElseThrow();
        Optional<String> of = words.length == 2 ? Optional.of(words[1]) : Optional.empty();
        of.ifPresent(name -> checkClass(value, name));
        var metric = new Metric(quantity, of);
        new MetricCheck(workload).check(value, metric);
        return metric;
    }

    private void checkClass(Value value, String name) {
        var names = workload.classes().stream().map(WorkClass::name).toList();
        if (!names.contains(name)) {
            throw value.bad(String.format(Locale.ROOT, "unknown work '%s' in a metric; known: %s", name, names));
        }
        for (var arm : arms) {
            if (arm.inFlight().getOrDefault(name, 1) == 0) {
                throw value.bad(
                        String.format(Locale.ROOT, "a metric of '%s', which '%s' runs without", name, arm.name()));
            }
        }
    }

    /** One claim for each rival. */
    private Stream<Claim> claims(Section fields, Metric primary, int coresOfScenario) {
        var text = fields.required("claim");
        var match = Language.CLAIM.matcher(text.text());
        if (!match.matches()) {
            throw new IllegalStateException(text.text());
        }
        boolean beats = match.group(2) != null;
        var relation = beats ? beats(text, match.group(3)) : ties(text, match.group(5));
        var arm = arm(text, match.group(1));
        var metric = fields.optional("metric").map(this::metric).orElse(primary);
        var because = fields.required("because").text();
        int cores = cores(fields).orElse(coresOfScenario);
        var source = new Claim.Source(text.file(), text.line());
        return rivals(text, arm, match.group(beats ? 2 : 4)).stream()
                .map(rival -> new Claim(new Claim.Versus(arm, rival, relation), metric, because, cores, source));
    }

    private List<String> rivals(Value claim, String arm, String list) {
        var names = list.startsWith("[")
                ? Arrays.stream(list.substring(1, list.length() - 1).split(",", -1))
                        .map(String::strip)
                        .toList()
                : List.of(list);
        if (new HashSet<>(names).size() < names.size()) {
            throw claim.bad(String.format(Locale.ROOT, "a claim names each rival once, found '%s'", list));
        }
        if (names.contains(arm)) {
            throw claim.bad(String.format(Locale.ROOT, "a claim needs two arms, found '%s' on both sides", arm));
        }
        return names.stream().map(name -> arm(claim, name)).toList();
    }

    private static Claim.Relation beats(Value claim, String factor) {
        double by = Double.parseDouble(factor);
        if (by < 1 || by > 10_000) {
            throw claim.bad(String.format(Locale.ROOT, "'beats … by' takes 1x to 10000x, found '%sx'", factor));
        }
        return new Claim.Beats(by);
    }

    private static Claim.Relation ties(Value claim, String percent) {
        double within = share(percent);
        if (within <= 0 || within > 1) {
            throw claim.bad("'ties … within' takes above 0 % to 100 %, found '" + percent + " %'");
        }
        return new Claim.Ties(within);
    }

    private static double share(String percent) {
        return new BigDecimal(percent).movePointLeft(2).doubleValue();
    }

    private String arm(Value claim, String name) {
        if (arms.stream().noneMatch(a -> a.name().equals(name))) {
            throw claim.bad(String.format(
                    Locale.ROOT,
                    "a claim about '%s', which does not run here; running: %s",
                    name,
                    String.join(", ", arms.stream().map(Arm::name).toList())));
        }
        return name;
    }

    private Control control(Value value) {
        if (arms.size() != 2) {
            throw value.bad(String.format(Locale.ROOT, "a control has two arms, found %s", arms.size()));
        }
        return switch (value.text()) {
            case "same" -> new Control.Same();
            case "slower" -> new Control.Slower();
            default -> expected(value);
        };
    }

    private static Control expected(Value value) {
        var match = Language.EXPECTED.matcher(value.text());
        if (!match.matches()) {
            throw new IllegalStateException(value.text());
        }
        double times = Double.parseDouble(match.group(1));
        double within = share(match.group(2));
        if (times < 1 || times > 10_000 || within < 0.0001 || within > 1) {
            throw value.bad("a control takes 1x to 10000x within 0.01 % to 100 %, found '" + value.text() + "'");
        }
        return new Control.Expects(times, within);
    }
}
