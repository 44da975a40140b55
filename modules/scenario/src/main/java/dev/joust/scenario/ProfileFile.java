package dev.joust.scenario;

import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.TrafficProfile.ModelWishes;
import dev.joust.scenario.TrafficProfile.TrafficClass;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads traffic profiles. Every complaint is a {@link BadScenarioException} of one line. */
public final class ProfileFile {
    private static final YamlText YAML = new YamlText("profile", "a profile needs profile and traffic");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** One per minute: a trial of a minute then has one unit on average. */
    private static final double MIN_RATE = 1 / 60.0;

    private static final int MAX_CLASSES = 50;

    private final Set<String> models;

    /** @param models the names of the models that there are */
    public ProfileFile(Set<String> models) {
        this.models = models;
    }

    public TrafficProfile read(Path file) {
        return parse(file.toString(), YAML.read(file));
    }

    /**
     * Reads a profile from its text.
     *
     * @param file the name that complaints show
     */
    public TrafficProfile parse(String file, String text) {
        var root = YAML.root(file, text);
        ShapeCheck.check(root, ProfileLanguage.PROFILE);
        var fields = root.section();
        var traffic = traffic(fields.required("traffic"));
        return new TrafficProfile(
                fields.required("profile").text(),
                traffic,
                fields.optional("pod").map(ProfileFile::pod),
                fields.optional("want")
                        .map(want -> want(want, traffic))
                        .orElseGet(() -> new Metric(
                                Quantity.RESPONSE_P99,
                                Optional.of(traffic.getFirst().name()))),
                wishes(fields));
    }

    private static List<TrafficClass> traffic(Value value) {
        var section = value.section();
        for (var key : section.keys().values()) {
            if (!NAME.matcher(key.text()).matches()) {
                throw key.bad(String.format(
                        Locale.ROOT,
                        "a class of traffic has a name of letters, digits, '.', '_' and '-', found '%s'",
                        key.text()));
            }
        }
        var traffic = section.entries().entrySet().stream()
                .map(entry -> one(entry.getKey(), entry.getValue().section()))
                .toList();
        if (traffic.size() > MAX_CLASSES) {
            throw value.bad(
                    String.format(Locale.ROOT, "at most %d classes of traffic, found %d", MAX_CLASSES, traffic.size()));
        }
        double all = traffic.stream().mapToDouble(TrafficClass::perSecond).sum();
        if (all > Language.MAX_RATE) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "all classes together arrive at %.0f/s; at most %.0f/s",
                    Math.ceil(all),
                    Language.MAX_RATE));
        }
        return traffic;
    }

    private static TrafficClass one(String name, Section fields) {
        var rate = fields.required("rate");
        double perSecond = RateReader.perSecond(rate, rate.text());
        if (perSecond < MIN_RATE) {
            throw rate.bad(
                    String.format(Locale.ROOT, "'rate' of a profile is at least 1/min, found '%s'", rate.text()));
        }
        return new TrafficClass(
                new WorkClass(name, 1, WorkloadReader.steps(fields.required("steps"))),
                perSecond,
                fields.optional("deadline").map(Value::duration));
    }

    private static Pod pod(Value value) {
        var fields = value.section();
        return new Pod(
                fields.optional("cpus").map(Value::decimal),
                fields.optional("memory").map(ProfileFile::bytes));
    }

    private static long bytes(Value value) {
        var match = ProfileLanguage.MEMORY.matcher(value.text());
        if (!match.matches()) {
            throw new IllegalStateException(value.text());
        }
        long bytes = Long.parseLong(match.group(1)) << 10 * (1 + "kmg".indexOf(match.group(2)));
        if (bytes < ProfileLanguage.MIN_MEMORY) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "'memory' of a pod is at least %s, found '%s'",
                    Pod.size(ProfileLanguage.MIN_MEMORY),
                    value.text()));
        }
        return bytes;
    }

    private static Metric want(Value value, List<TrafficClass> traffic) {
        var match = ProfileLanguage.WANT.matcher(value.text());
        if (!match.matches()) {
            throw new IllegalStateException(value.text());
        }
        var of = Optional.ofNullable(match.group(2));
        var quantity =
                switch (match.group(1)) {
                    case "p50" -> Quantity.RESPONSE_P50;
                    case "p99" -> Quantity.RESPONSE_P99;
                    case "p99.9" -> Quantity.RESPONSE_P99_9;
                    case "cpu-per-unit" -> Quantity.CPU_PER_UNIT;
                    case "memory" -> Quantity.MEMORY;
                    default -> Quantity.SLO_CAPACITY;
                };
        of.ifPresent(name -> checkClass(value, name, traffic));
        return switch (quantity) {
            case CPU_PER_UNIT, MEMORY, SLO_CAPACITY -> ofAll(value, quantity, of, traffic);
            default ->
                new Metric(quantity, of.or(() -> Optional.of(traffic.getFirst().name())));
        };
    }

    private static Metric ofAll(Value value, Quantity quantity, Optional<String> of, List<TrafficClass> traffic) {
        if (of.isPresent()) {
            throw value.bad(String.format(
                    Locale.ROOT, "%s is that of all classes of traffic, found '%s'", quantity.label(), value.text()));
        }
        var first = traffic.getFirst();
        if (quantity == Quantity.SLO_CAPACITY && first.deadline().isEmpty()) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "slo-capacity needs a deadline of '%s', the first class of traffic: the limit of its p99",
                    first.name()));
        }
        return new Metric(quantity, Optional.empty());
    }

    private static void checkClass(Value value, String name, List<TrafficClass> traffic) {
        var names = traffic.stream().map(TrafficClass::name).toList();
        if (!names.contains(name)) {
            throw value.bad(String.format(
                    Locale.ROOT, "unknown class '%s' in want; known: %s", name, String.join(", ", names)));
        }
    }

    private ModelWishes wishes(Section fields) {
        var now = fields.optional("now").map(this::model);
        Set<String> cannot = new LinkedHashSet<>();
        for (var item : fields.optional("cannot").map(Value::items).orElse(List.of())) {
            if (now.filter(model(item)::equals).isPresent()) {
                throw item.bad(String.format(
                        Locale.ROOT, "'%s' is what runs now, so it cannot stand in 'cannot'", item.text()));
            }
            cannot.add(item.text());
        }
        return new ModelWishes(now, cannot);
    }

    private String model(Value value) {
        if (!models.contains(value.text())) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "unknown model '%s'; known: %s",
                    value.text(),
                    String.join(", ", new TreeSet<>(models))));
        }
        return value.text();
    }
}
