package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartUpCacheTest {
    private static final String HOME = System.getProperty("java.home");

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesItAndAllLaterOnesUseIt() throws Exception {
        var command = WorkerCommand.of(WorkerMain.class, HOME, jars(), List.of());
        var first = new StartUpCache(folder.resolve("caches")).with(command);
        assertThat(cache(first)).isPresent().get().asString().endsWith(".aot");
        var made = Files.getLastModifiedTime(cache(first).orElseThrow());
        var second = new StartUpCache(folder.resolve("caches")).with(command);
        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(cache(second).orElseThrow())).isEqualTo(made);
        try (var files = Files.list(folder.resolve("caches"))) {
            assertThat(files).as("no drafts are left").hasSize(1);
        }
        try (var bench = new Bench(strict(first), 1, folder)) {
            bench.assertWorks();
        }
    }

    @Test
    void otherFlagsAndOtherJarsHaveAnother() throws Exception {
        var jars = jars();
        var caches = new StartUpCache(folder.resolve("caches"));
        var one = caches.with(WorkerCommand.of(WorkerMain.class, HOME, jars, List.of()));
        var other = caches.with(WorkerCommand.of(WorkerMain.class, HOME, jars, List.of("-Xmx64m")));
        assertThat(cache(other)).isPresent().isNotEqualTo(cache(one));
    }

    @Test
    void whereTheParentHasChosenOrThereAreNoJarsThereIsNone() throws Exception {
        var caches = new StartUpCache(folder.resolve("caches"));
        var chosen = WorkerCommand.of(WorkerMain.class, HOME, jars(), List.of("-XX:SharedArchiveFile=mine.jsa"));
        var classes = WorkerCommand.of(WorkerMain.class);
        assertThat(caches.with(chosen)).isEqualTo(chosen);
        assertThat(caches.with(classes)).isEqualTo(classes);
    }

    @Test
    void whereNoneCanBeMadeWorkersStartAllTheSame() throws Exception {
        var file = Files.createFile(folder.resolve("no-folder"));
        var command = WorkerCommand.of(WorkerMain.class, HOME, jars(), List.of());
        assertThat(new StartUpCache(file).with(command)).isEqualTo(command);
    }

    /** A JVM that ends when it cannot use its cache. */
    private static WorkerCommand strict(WorkerCommand command) {
        return command.with("-XX:AOTMode=on");
    }

    private static java.util.Optional<Path> cache(WorkerCommand command) {
        return command.words().stream()
                .filter(word -> word.startsWith("-XX:AOTCache="))
                .map(word -> Path.of(word.substring(word.indexOf('=') + 1)))
                .findFirst();
    }

    /** The class path of the tests, its folders as jars. */
    private String jars() throws IOException {
        List<String> jars = new ArrayList<>();
        for (var entry : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList()) {
            if (Files.isDirectory(entry)) {
                jars.add(jar(entry, folder.resolve("classes-" + jars.size() + ".jar"))
                        .toString());
            } else if (entry.toString().endsWith(".jar")) {
                jars.add(entry.toString());
            }
        }
        return jars.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
