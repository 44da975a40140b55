package dev.joust.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code metric}, {@code claims} and {@code control}. */
final class JudgingReader {
    private static final Pattern CLAIM =
            Pattern.compile("(\\S+)\\s+(?:(beats)\\s+(\\S+)\\s+by|(ties)\\s+(\\S+)\\s+within)\\s+(\\d+(?:\\.\\d+)?)");

    private final Workload workload;
    private final List<Arm> arms;

    JudgingReader(Workload workload, List<Arm> arms) {
        this.workload = workload;
        this.arms = arms;
    }

    Scenario.Judging read(Section fields) {
        var primary = metric(fields.required("metric"));
        var claims = fields.optional("claims").map(Value::items).orElse(List.of()).stream()
                .map(item -> claim(item, primary))
                .toList();
        return new Scenario.Judging(primary, claims, fields.optional("control").map(this::control));
    }

    private Metric metric(Value value) {
        var words = value.text().split("\\s+of\\s+", 2);
        var quantity = Metric.Quantity.labelled(words[0])
                .orElseThrow(() -> value.bad("unknown metric '%s'; known: %s".formatted(words[0], Metric.labels())));
        Optional<String> of = words.length == 2 ? Optional.of(words[1]) : Optional.empty();
        of.ifPresent(name -> {
            if (workload.classes().stream().noneMatch(c -> c.name().equals(name))) {
                throw value.bad("unknown work '%s' in a metric; known: %s"
                        .formatted(
                                name,
                                workload.classes().stream().map(WorkClass::name).toList()));
            }
            arms.stream()
                    .filter(arm -> arm.inFlight().getOrDefault(name, 1) == 0)
                    .findFirst()
                    .ifPresent(arm -> {
                        throw value.bad(
                                "a metric of '%s', of which '%s' has none in flight".formatted(name, arm.name()));
                    });
        });
        if (quantity == Metric.Quantity.MAKESPAN && !(workload.load() instanceof Load.Batch)) {
            throw value.bad("makespan needs a batch load; under a closed load use throughput or response-p50");
        }
        return new Metric(quantity, of);
    }

    private Claim claim(Value item, Metric primary) {
        var fields =
                new Value(item.file(), "claim", item.node()).section().known("claim", "because", "metric", "cores");
        var text = fields.required("claim");
        var match = CLAIM.matcher(text.text());
        if (!match.matches()) {
            throw text.bad("a claim is 'X beats Y by 1.5' or 'X ties Y within 0.1', found '%s'".formatted(text.text()));
        }
        double number = Double.parseDouble(match.group(6));
        boolean beats = match.group(2) != null;
        if (beats ? number < 1 || number > 10_000 : number <= 0 || number > 1) {
            throw text.bad("'beats … by' takes 1 to 10000 and 'ties … within' above 0 to 1, found '%s'"
                    .formatted(match.group(6)));
        }
        var versus = new Claim.Versus(
                arm(text, match.group(1)),
                arm(text, beats ? match.group(3) : match.group(5)),
                beats ? new Claim.Beats(number) : new Claim.Ties(number));
        if (versus.arm().equals(versus.other())) {
            throw text.bad("a claim needs two arms, found '%s' on both sides".formatted(versus.arm()));
        }
        return new Claim(
                versus,
                fields.optional("metric").map(this::metric).orElse(primary),
                fields.required("because").text(),
                fields.optional("cores").map(c -> c.integer(1, 1024)).orElse(1),
                new Claim.Source(text.file(), text.line()));
    }

    private String arm(Value claim, String name) {
        if (arms.stream().noneMatch(a -> a.name().equals(name))) {
            throw claim.bad("a claim about '%s', which does not run here; running: %s"
                    .formatted(
                            name, String.join(", ", arms.stream().map(Arm::name).toList())));
        }
        return name;
    }

    private Control control(Value value) {
        if (arms.size() != 2) {
            throw value.bad("a control has two arms, found %d".formatted(arms.size()));
        }
        if (value.isMapping()) {
            var fields = value.section().known("times", "within");
            return new Control.Expects(
                    fields.required("times").decimal(1, 10_000),
                    fields.required("within").decimal(0.0001, 1));
        }
        return switch (value.text()) {
            case "same" -> new Control.Same();
            case "slower" -> new Control.Slower();
            default ->
                throw value.bad(
                        "unknown control '%s'; known: same, slower, or times and within".formatted(value.text()));
        };
    }
}
