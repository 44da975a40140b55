package dev.joust.scenario;

import dev.joust.scenario.SweptValues.SweptValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads scenario files. Every complaint is a {@link BadScenarioException} of one line, before anything runs. */
public final class ScenarioFile {
    private static final YamlText YAML =
            new YamlText("scenario file", "a scenario needs scenario, question, work, load, models, metric");

    private final Map<String, Set<String>> models;
    private final int cores;

    /** Reads for a machine with the cores of this one. */
    public ScenarioFile(Map<String, Set<String>> models) {
        this(models, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param models the models that can take part: by its name, the names of the options that each knows
     * @param cores what {@code inFlight: 2 x cores} counts
     */
    ScenarioFile(Map<String, Set<String>> models, int cores) {
        this.models = models;
        this.cores = cores;
    }

    /**
     * Reads files, in the order given. Each declares one scenario, or a sweep with one scenario per value.
     *
     * @throws BadScenarioException when one cannot be read, is no scenario, or has the name of another
     */
    public List<DeclaredScenario> readAll(List<Path> files) {
        Map<String, Path> named = new LinkedHashMap<>();
        List<DeclaredScenario> declared = new ArrayList<>();
        for (var file : files) {
            for (var one : readDeclared(file)) {
                var name = one.scenario().name();
                var other = named.putIfAbsent(name, file);
                if (other != null) {
                    throw new BadScenarioException(String.format(
                            Locale.ROOT, "%s: scenario '%s' is already declared in %s", file, name, other));
                }
                declared.add(one);
            }
        }
        return declared;
    }

    /** Reads one file; of a sweep the scenario at its first value. */
    public Scenario read(Path file) {
        return readDeclared(file).getFirst().scenario();
    }

    private List<DeclaredScenario> readDeclared(Path file) {
        return declared(file.toString(), YAML.read(file), Optional.of(file));
    }

    /**
     * Reads a scenario from its text; of a sweep the one at its first value. Recorded arrivals lie beside a file, so it
     * cannot have them.
     *
     * @param file the name that complaints show
     */
    public Scenario parse(String file, String text) {
        return declared(file, text).getFirst().scenario();
    }

    /** Reads all scenarios of a text, with what the profile {@code quick} runs of them. */
    List<DeclaredScenario> declared(String file, String text) {
        return declared(file, text, Optional.empty());
    }

    private List<DeclaredScenario> declared(String file, String text, Optional<Path> path) {
        var root = YAML.root(file, text);
        FormerForms.refuse(root);
        var sweep = SweepReader.find(root, cores);
        return sweep.isEmpty()
                ? List.of(one(root, path))
                : sweep.get().values().stream()
                        .map(value -> point(sweep.get(), value, path))
                        .toList();
    }

    private DeclaredScenario one(Value root, Optional<Path> path) {
        ShapeCheck.check(root, Language.SCENARIO);
        SweepReader.refuseWithoutSweep(root.section());
        return declared(root.section(), _ -> true, path);
    }

    /** The scenario at one value of a sweep. */
    private DeclaredScenario point(SweepReader sweep, SweptValue value, Optional<Path> path) {
        var root = sweep.with(value);
        ShapeCheck.check(root, Language.SCENARIO);
        var fields = root.section();
        var declared = declared(fields, claim -> sweep.asks(claim, value), path);
        var scenario = declared.scenario();
        var point = sweep.point(scenario.name(), value, new CrossoverReader(sweep, scenario.arms()).read(fields));
        return new DeclaredScenario(scenario.at(point), declared.quick(), declared.file());
    }

    private DeclaredScenario declared(Section fields, Predicate<Value> asked, Optional<Path> path) {
        var workload = new WorkloadReader(cores, path).read(fields);
        var arms = new ArmReader(models, workload, cores, path).read(fields.required("models"));
        var judging = new JudgingReader(workload, arms, asked).read(fields);
        var scenario = new Scenario(
                fields.required("scenario").text(),
                fields.required("question").text(),
                fields.optional("article").map(ScenarioFile::statement),
                workload,
                fields.optional("cpus").map(value -> new Pod(Optional.of(value.decimal()), Optional.empty())),
                arms,
                judging,
                Optional.empty());
        return new DeclaredScenario(
                scenario,
                fields.optional("quick").map(value -> quick(value, arms)),
                fields.of().file());
    }

    /** The arms that quick runs; an empty set for {@code none}. */
    private static Set<String> quick(Value value, List<Arm> arms) {
        if (!value.isSequence()) {
            return Set.of();
        }
        var known = arms.stream().map(Arm::name).toList();
        for (var item : value.items()) {
            if (!known.contains(item.text())) {
                throw item.bad(String.format(
                        Locale.ROOT, "unknown arm '%s' in quick; known: %s", item.text(), String.join(", ", known)));
            }
        }
        return value.items().stream().map(Value::text).collect(Collectors.toUnmodifiableSet());
    }

    private static Scenario.Statement statement(Value value) {
        var fields = value.section();
        return new Scenario.Statement(
                fields.required("says").text(), fields.required("is").text().equals("right"));
    }
}
