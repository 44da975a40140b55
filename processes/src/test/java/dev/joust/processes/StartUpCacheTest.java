package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartUpCacheTest {
    private static final String HOME = System.getProperty("java.home");
    private static final Duration LATE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesItAndAllLaterOnesUseIt() throws Exception {
        var command = WorkerCommand.of(WorkerMain.class, HOME, jars(), List.of());
        var first = caches().with(command);
        assertThat(cache(first)).isPresent().get().asString().endsWith(".aot");
        var made = Files.getLastModifiedTime(cache(first).orElseThrow());
        var second = caches().with(command);
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
        // what it makes is empty, and at once there
        var home = home("case \"$*\" in *AOTCacheOutput=*) touch \"${1#*=}\"; exit 0;; esac");
        var jars = jars();
        var one = caches().with(WorkerCommand.of(WorkerMain.class, home, jars, List.of()));
        var flags = caches().with(WorkerCommand.of(WorkerMain.class, home, jars, List.of("-Xmx64m")));
        var fewer = jars.substring(0, jars.lastIndexOf(File.pathSeparator));
        var classes = caches().with(WorkerCommand.of(WorkerMain.class, home, fewer, List.of()));
        assertThat(List.of(cache(one), cache(flags), cache(classes)))
                .doesNotHaveDuplicates()
                .allMatch(Optional::isPresent);
    }

    @Test
    void whereTheParentHasChosenOrThereAreNoJarsThereIsNone() throws Exception {
        var chosen = WorkerCommand.of(WorkerMain.class, HOME, jars(), List.of("-XX:SharedArchiveFile=mine.jsa"));
        var classes = WorkerCommand.of(WorkerMain.class);
        assertThat(caches().with(chosen)).isEqualTo(chosen);
        assertThat(caches().with(classes)).isEqualTo(classes);
    }

    @Test
    void whereNoneCanBeMadeWorkersStartAllTheSame() throws Exception {
        var file = Files.createFile(folder.resolve("no-folder"));
        var command = WorkerCommand.of(WorkerMain.class, HOME, jars(), List.of());
        assertThat(new StartUpCache(file, LATE).with(command)).isEqualTo(command);
    }

    @Test
    void aJdkThatMakesNoAotCacheMakesAnArchiveOfClasses() throws Exception {
        var home = home("case \"$*\" in *AOTCacheOutput*) echo 'Unrecognized VM option' >&2; exit 1;; esac");
        var command = caches().with(WorkerCommand.of(WorkerMain.class, home, jars(), List.of()));
        assertThat(archive(command)).isPresent();
        assertThat(cache(command)).isEmpty();
        try (var files = Files.list(folder.resolve("caches"))) {
            assertThat(files)
                    .as("no drafts are left")
                    .containsExactly(archive(command).orElseThrow());
        }
        try (var bench = new Bench(command.with("-Xshare:on"), 1, folder)) {
            bench.assertWorks();
        }
    }

    @Test
    void aJdkThatNeverEndsMakingOneIsNotWaitedFor() throws Exception {
        var home = home("case \"$*\" in *AOTCacheOutput*|*ArchiveClassesAtExit*) exec sleep 600;; esac");
        var command = WorkerCommand.of(WorkerMain.class, home, jars(), List.of());
        assertThat(new StartUpCache(folder.resolve("caches"), Duration.ofMillis(200)).with(command))
                .isEqualTo(command);
        assertThat(folder.resolve("caches")).isEmptyDirectory();
    }

    private StartUpCache caches() {
        return new StartUpCache(folder.resolve("caches"), LATE);
    }

    /** Of a JDK whose java does something else before. */
    private String home(String before) throws IOException {
        var bin = Files.createDirectories(folder.resolve("jdk").resolve("bin"));
        var java = Files.createFile(
                bin.resolve("java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(java, "#!/bin/sh\n%s\nexec '%s/bin/java' \"$@\"\n".formatted(before, HOME));
        return folder.resolve("jdk").toString();
    }

    /** A JVM that ends when it cannot use its cache. */
    private static WorkerCommand strict(WorkerCommand command) {
        return command.with("-XX:AOTMode=on");
    }

    private static Optional<Path> cache(WorkerCommand command) {
        return file("-XX:AOTCache=", command);
    }

    private static Optional<Path> archive(WorkerCommand command) {
        return file("-XX:SharedArchiveFile=", command);
    }

    private static Optional<Path> file(String flag, WorkerCommand command) {
        return command.words().stream()
                .filter(word -> word.startsWith(flag))
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
