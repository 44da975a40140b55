package dev.joust.compare.plan;

import dev.joust.scenario.Scenario;
import dev.joust.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the scenarios that are asked for: files by their path, Joust's own by their name. */
public final class ScenarioFiles {
    /** The folder, among Joust's own, of what the article alone needs. */
    private static final String ARTICLE = "article";

    private final Path own;
    private final ScenarioFile reader;

    /**
     * @param own the folder of Joust's own
     * @param models the names of the options that each known model knows, by the model's name
     */
    public ScenarioFiles(Path own, Map<String, Set<String>> models) {
        this.own = own;
        this.reader = new ScenarioFile(models);
    }

    /** All of Joust's own, those that an article alone needs too. */
    public List<Scenario> own() {
        return reader.readAll(all());
    }

    /** Joust's own scenarios that put a statement of the article to the test, and those that test the instrument. */
    public List<Scenario> article() {
        return own().stream()
                .filter(s -> s.statement().isPresent() || s.judging().control().isPresent())
                .toList();
    }

    /**
     * The scenarios asked for, or all of Joust's own but those that an article alone needs.
     *
     * @throws UsageException when one is not there
     * @throws dev.joust.scenario.BadScenarioException when one cannot run as written
     */
    public List<Scenario> read(List<String> asked) {
        if (asked.isEmpty()) {
            return reader.readAll(in(own));
        }
        var files = all();
        List<Path> chosen = new ArrayList<>();
        for (var name : asked) {
            chosen.add(named(name, files));
        }
        return reader.readAll(chosen);
    }

    private Path named(String name, List<Path> files) {
        Optional<Path> ours = files.stream()
                .filter(f -> f.getFileName().toString().equals(name + ".yaml"))
                .findFirst();
        if (ours.isPresent()) {
            return ours.get();
        }
        var file = Path.of(name);
        if (!Files.exists(file)) {
            throw new UsageException("no scenario '%s', and no such file; known: %s"
                    .formatted(
                            name,
                            String.join(
                                    ", ",
                                    files.stream()
                                            .map(f -> f.getFileName().toString().replace(".yaml", ""))
                                            .toList())));
        }
        return file;
    }

    private List<Path> all() {
        return Stream.concat(in(own).stream(), in(own.resolve(ARTICLE)).stream())
                .toList();
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder) && folder.endsWith(ARTICLE)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UsageException("Joust's own scenarios cannot be read: %s".formatted(e));
        }
    }
}
