package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.StartUpCache;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkerTrainingIT {
    private static final String HOME = System.getProperty("java.home");
    private static final Duration LATE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void aWorkerStartsFromTheCacheThatItsTrainingHasMade() throws Exception {
        var command = WorkerCommand.of(WorkerMain.class, HOME, jars(), List.of());
        var first = command.with(caches(LATE));
        assertThat(cache(first)).isPresent().get().asString().endsWith(".aot");
        assertThat(command.with(caches(LATE))).isEqualTo(first);
        assertThat(kept()).as("no temporary files are left").hasSize(1);
        try (var pool = new PoolFixture(strict(first), 1, folder)) {
            pool.assertWorks();
        }
    }

    @Test
    void aJdkThatMakesNoAotCacheMakesAnArchiveOfClasses() throws Exception {
        var home = home("case \"$*\" in *AOTCacheOutput*) echo 'Unrecognized VM option' >&2; exit 1;; esac");
        var command =
                WorkerCommand.of(WorkerMain.class, home, jars(), List.of()).with(caches(LATE));
        assertThat(archive(command)).isPresent();
        assertThat(cache(command)).isEmpty();
        assertThat(kept())
                .as("no temporary files are left")
                .containsExactly(archive(command).orElseThrow());
        try (var pool = new PoolFixture(command.with("-Xshare:on"), 1, folder)) {
            pool.assertWorks();
        }
    }

    @Test
    void aCacheThatIsNotMadeWithinTheLimitIsGivenUp() throws Exception {
        var home = home("case \"$*\" in *AOTCacheOutput*|*ArchiveClassesAtExit*) exec sleep 600;; esac");
        var command = WorkerCommand.of(WorkerMain.class, home, jars(), List.of());
        assertThat(command.with(caches(Duration.ofMillis(200)))).isEqualTo(command);
        assertThat(kept()).isEmpty();
    }

    private StartUpCache caches(Duration limit) {
        return new StartUpCache(folder.resolve("caches"), limit);
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(folder.resolve("caches"))) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        }
    }

    /** The home of a JDK whose java runs a shell line first. */
    private String home(String before) throws IOException {
        var bin = Files.createDirectories(folder.resolve("jdk").resolve("bin"));
        var java = Files.createFile(
                bin.resolve("java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(java, String.format(Locale.ROOT, "#!/bin/sh\n%s\nexec '%s/bin/java' \"$@\"\n", before, HOME));
        return folder.resolve("jdk").toString();
    }

    /** A JVM with this flag ends when it cannot use its cache. */
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

    /** The class path of the tests, with jars in place of folders. */
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
