package dev.joust.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own folder, for tests that read its files. */
public final class SourceTree {
    private SourceTree() {}

    /** The folder that holds the launcher. Unit tests run in the folder of their module, integration tests here. */
    public static Path top() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("joust")) ? here : here.getParent();
    }

    /** All files of the sources that end so, without what a build or a session writes. */
    static List<Path> files(String end) throws IOException {
        try (Stream<Path> all = Files.walk(top())) {
            return all.filter(file -> file.toString().endsWith(end))
                    .filter(file -> !generated(top().relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean generated(Path file) {
        return Stream.of("target", ".git", "sessions", "node_modules")
                .anyMatch(name -> Stream.iterate(file, folder -> folder != null, Path::getParent)
                        .anyMatch(folder -> folder.endsWith(name)));
    }
}
