package dev.joust.compare.remote;

import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A scenario file of the user, with the files of recorded arrivals that it names. */
record SentScenario(Path file) {
    private static final Pattern RECORDED =
            Pattern.compile("\\brecorded\\s*:\\s*(?:\"([^\"\\r\\n]+)\"|'([^'\\r\\n]+)'|([^,}#\\r\\n]+))");

    /**
     * Copies them into a folder, each in its place beside the scenario.
     *
     * @throws UsageException when recorded arrivals do not lie in the folder of the scenario
     */
    void copyTo(Path folder) throws IOException {
        Files.copy(file, Files.createDirectories(folder).resolve(file.getFileName()));
        for (var name : recorded()) {
            var place = folder.resolve(name).normalize();
            if (!place.startsWith(folder)) {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "--on sends no arrivals from outside the folder of %s, and it names %s",
                        file,
                        name));
            }
            Files.createDirectories(place.getParent());
            if (!Files.exists(place)) {
                Files.copy(file.resolveSibling(name), place);
            }
        }
    }

    /** The names of files that exist: another use of the word, as in a question, names none. */
    private List<String> recorded() throws IOException {
        return RECORDED.matcher(Files.readString(file))
                .results()
                .flatMap(SentScenario::name)
                .filter(name -> Files.isRegularFile(file.resolveSibling(name)))
                .toList();
    }

    private static Stream<String> name(MatchResult found) {
        return Stream.of(1, 2, 3)
                .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }
}
