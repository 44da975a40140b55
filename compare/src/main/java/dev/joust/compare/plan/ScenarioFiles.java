package dev.joust.compare.plan;

import dev.joust.scenario.DeclaredScenario;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds and reads scenarios: files by path, Joust's own by name. */
public final class ScenarioFiles {
    /** The folder, among Joust's own, of the scenarios that only the article needs. */
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

    /** Reads all of Joust's own scenarios, also those that only the article needs. */
    public List<Scenario> readOwn() {
        return reader.readAll(all()).stream().map(DeclaredScenario::scenario).toList();
    }

    /** Reads the controls among Joust's own scenarios. */
    public List<ListedScenario> readControls() {
        return reader.readAll(in(own)).stream()
                .map(declared -> listed(declared, true))
                .filter(ListedScenario::isControl)
                .toList();
    }

    /** Reads Joust's own scenarios that test a statement of the article, and the controls. */
    public List<ListedScenario> readArticle() {
        return reader.readAll(all()).stream()
                .map(declared -> listed(declared, true))
                .filter(listed -> listed.scenario().statement().isPresent() || listed.isControl())
                .toList();
    }

    /**
     * Reads the named scenarios; without names all of Joust's own but those that only the article needs.
     *
     * @throws UsageException when one does not exist
     * @throws dev.joust.scenario.BadScenarioException when one cannot run as written
     */
    public List<ListedScenario> read(List<String> names) {
        var known = all();
        var files = names.isEmpty()
                ? in(own)
                : names.stream().map(name -> file(name, known)).toList();
        return reader.readAll(files).stream()
                .map(declared -> listed(declared, isOwn(Path.of(declared.file()))))
                .toList();
    }

    /** The file of Joust's own scenario of this name. */
    public Optional<Path> own(String name) {
        return own(name, all());
    }

    private static Optional<Path> own(String name, List<Path> known) {
        return known.stream()
                .filter(f -> f.getFileName().toString().equals(name + ".yaml"))
                .findFirst();
    }

    private static ListedScenario listed(DeclaredScenario declared, boolean own) {
        return new ListedScenario(declared.scenario(), declared.quick(), own);
    }

    private boolean isOwn(Path file) {
        return file.toAbsolutePath().normalize().startsWith(own.toAbsolutePath().normalize());
    }

    private Path file(String name, List<Path> known) {
        var ours = own(name, known);
        if (ours.isPresent()) {
            return ours.get();
        }
        var file = Path.of(name);
        if (!Files.exists(file)) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "no scenario '%s', and no such file; known: %s",
                    name,
                    String.join(
                            ", ",
                            known.stream()
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
            throw new UsageException(String.format(Locale.ROOT, "Joust's own scenarios cannot be read: %s", e));
        }
    }
}
