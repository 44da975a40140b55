package dev.joust.compare;

import dev.joust.scenario.Scenario;
import dev.joust.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the scenarios that are asked for: files by their path, Joust's own by their name. */
final class ScenarioFiles {
    private final Path own;
    private final ScenarioFile reader;

    ScenarioFiles(Path own, Set<String> models) {
        this.own = own;
        this.reader = new ScenarioFile(models);
    }

    /**
     * The scenarios asked for, or all of Joust's own.
     *
     * @throws UsageException when one is not there
     * @throws dev.joust.scenario.BadScenarioException when one cannot run as written
     */
    List<Scenario> read(List<String> asked) {
        var files = own();
        if (asked.isEmpty()) {
            return reader.readAll(files);
        }
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

    private List<Path> own() {
        try (var files = Files.list(own)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UsageException("Joust's own scenarios cannot be read: %s".formatted(e));
        }
    }
}
