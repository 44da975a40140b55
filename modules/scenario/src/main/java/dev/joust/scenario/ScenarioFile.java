package dev.joust.scenario;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads scenario files. Every complaint is a {@link BadScenarioException} of one line, before anything has run. */
public final class ScenarioFile {
    private final Set<String> models;

    /**
     * @param models the names of the models that can take part
     */
    public ScenarioFile(Set<String> models) {
        this.models = models;
    }

    /**
     * Reads files, one scenario each, in the order given.
     *
     * @throws BadScenarioException when one cannot be read, is not a scenario, or has the name of another
     */
    public List<Scenario> readAll(List<Path> files) {
        Map<String, Path> named = new LinkedHashMap<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (var file : files) {
            var scenario = read(file);
            var other = named.putIfAbsent(scenario.name(), file);
            if (other != null) {
                throw new BadScenarioException(
                        "%s: scenario '%s' is already declared in %s".formatted(file, scenario.name(), other));
            }
            scenarios.add(scenario);
        }
        return scenarios;
    }

    /** Reads one file. */
    public Scenario read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (MalformedInputException e) {
            throw new BadScenarioException("%s:1: not YAML: the file is not UTF-8 text".formatted(file));
        } catch (IOException e) {
            throw new BadScenarioException("%s: cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /**
     * Reads a scenario from its text.
     *
     * @param file the name to be shown in complaints
     */
    public Scenario parse(String file, String text) {
        var root = new Value(file, "scenario file", compose(file, text));
        var fields = root.section()
                .known("scenario", "question", "article", "work", "load", "models", "metric", "claims", "control");
        var workload = WorkloadReader.read(fields);
        var arms = new ArmReader(models, workload).read(fields.required("models"));
        var judging = new JudgingReader(workload, arms).read(fields);
        return new Scenario(
                name(fields),
                fields.required("question").text(),
                fields.optional("article").map(ScenarioFile::statement),
                workload,
                Optional.empty(),
                arms,
                judging);
    }

    private static String name(Section fields) {
        var name = fields.required("scenario");
        if (!name.text().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw name.bad("a scenario's name is lower-case words joined by '-', found '%s'".formatted(name.text()));
        }
        return name.text();
    }

    private static Scenario.Statement statement(Value value) {
        var fields = value.section().known("says", "is");
        var is = fields.required("is");
        return new Scenario.Statement(
                fields.required("says").text(),
                switch (is.text()) {
                    case "right" -> true;
                    case "wrong" -> false;
                    default ->
                        throw is.bad("an article's statement is right or wrong, found '%s'".formatted(is.text()));
                });
    }

    private static Node compose(String file, String text) {
        Optional<Node> node;
        try {
            node = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            throw new BadScenarioException("%s:%d: not YAML: %s".formatted(file, line, e.getProblem()));
        } catch (YamlEngineException e) {
            throw new BadScenarioException("%s:1: not YAML: %s"
                    .formatted(file, e.getMessage().lines().findFirst().orElse("")));
        }
        return node.orElseThrow(() -> new BadScenarioException(
                "%s:1: the file is empty; a scenario needs scenario, question, work, load, models, metric"
                        .formatted(file)));
    }
}
