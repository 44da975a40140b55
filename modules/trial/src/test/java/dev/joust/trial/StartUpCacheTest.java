package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartUpCacheTest {
    private static final Duration LIMIT = Duration.ofSeconds(17);

    @TempDir
    Path folder;

    private final List<List<String>> trained = Collections.synchronizedList(new ArrayList<>());
    private Path caches;
    private String jars;

    @BeforeEach
    void makeJars() throws IOException {
        caches = folder.resolve("caches");
        jars = String.format(
                Locale.ROOT,
                "%s%s%s",
                Files.writeString(folder.resolve("one.jar"), "one"),
                File.pathSeparator,
                Files.writeString(folder.resolve("two.jar"), "two"));
    }

    @Test
    void theFirstStartMakesTheCacheAndLaterStartsUseIt() throws Exception {
        var first = addCache(command("-Xmx64m"), this::train);
        var second = addCache(command("-Xmx64m"), this::train);
        assertThat(trained).hasSize(1);
        assertThat(second)
                .isEqualTo(first)
                .containsSubsequence("java", "-XX:AOTCache=" + only(), "-Xmx64m", "-cp", jars, "Main");
        assertThat(only().getFileName().toString()).matches("worker-[0-9a-f]{16}\\.aot");
    }

    @Test
    void otherFlagsJarsOrProcessesHaveAnotherCache() throws Exception {
        var one = addCache(command(), this::train);
        var flags = addCache(command("-Xmx64m"), this::train);
        var other = new StartUpCache(caches, LIMIT).addTo("trial", command(), this::train);
        Files.writeString(folder.resolve("two.jar"), "built again");
        var built = addCache(command(), this::train);
        assertThat(List.of(one.get(1), flags.get(1), other.get(1), built.get(1)))
                .doesNotHaveDuplicates()
                .allMatch(flag -> flag.startsWith("-XX:AOTCache="));
    }

    @Test
    void aJarWithAMainClassHasACacheToo() throws Exception {
        var started = addCache(List.of("java", "-jar", folder.resolve("one.jar").toString()), this::train);
        assertThat(started).containsExactly("java", "-XX:AOTCache=" + only(), "-jar", folder + "/one.jar");
    }

    @Test
    void aCommandWithAnArchiveOrWithoutJarsStaysAsItIs() throws Exception {
        var chosen = command("-XX:SharedArchiveFile=mine.jsa");
        var classes = List.of("java", "-cp", folder + File.pathSeparator + jars, "Main");
        assertThat(addCache(chosen, this::train)).isEqualTo(chosen);
        assertThat(addCache(classes, this::train)).isEqualTo(classes);
        assertThat(trained).isEmpty();
    }

    @Test
    void whereTheFolderCannotBeMadeTheCommandStaysAsItIs() throws Exception {
        var file = Files.createFile(folder.resolve("no-folder"));
        assertThat(new StartUpCache(file, LIMIT).addTo("worker", command(), this::train))
                .isEqualTo(command());
    }

    @Test
    void whereAnAotCacheCannotBeMadeAnArchiveOfClassesIs() throws Exception {
        var started = addCache(
                command(),
                (command, limit) -> command.get(1).startsWith("-XX:ArchiveClassesAtExit") && makeCache(command));
        assertThat(started.get(1)).isEqualTo("-XX:SharedArchiveFile=" + only());
        assertThat(only().toString()).endsWith(".classes");
    }

    @Test
    void anIncompleteCacheIsDeleted() throws Exception {
        var started = addCache(command(), (command, limit) -> {
            makeCache(command);
            return false;
        });
        assertThat(started).isEqualTo(command());
        assertThat(trained).hasSize(2);
        assertThat(kept()).isEmpty();
    }

    @Test
    void aSecondStartWaitsForTheCacheThatIsBeingMade() throws Exception {
        List<List<String>> started = Collections.synchronizedList(new ArrayList<>());
        var second = Thread.ofPlatform().unstarted(() -> started.add(addCacheUninterrupted(this::train)));
        var first = Thread.ofPlatform()
                .start(() -> started.add(addCacheUninterrupted((command, limit) -> {
                    second.start();
                    while (second.getState() != Thread.State.BLOCKED) {
                        Thread.onSpinWait();
                    }
                    return makeCache(command);
                })));
        assertThat(first.join(LIMIT)).isTrue();
        assertThat(second.join(LIMIT)).isTrue();
        var using = "-XX:AOTCache=" + only();
        assertThat(started).hasSize(2).allMatch(command -> command.contains(using));
        assertThat(trained).hasSize(1);
    }

    @Test
    void theLastEightUsedCachesAreKept() throws Exception {
        List<Path> made = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var flag = addCache(command("-Dbuild=" + i), this::train).get(1);
            made.add(Path.of(flag.substring(flag.indexOf('=') + 1)));
            Files.setLastModifiedTime(made.get(i), FileTime.from(Instant.now().minus(Duration.ofDays(20 - i))));
        }
        var killed = Files.createFile(caches.resolve("worker-4711.draft"));
        Files.setLastModifiedTime(killed, FileTime.from(Instant.now().minus(Duration.ofDays(99))));
        var others = new StartUpCache(caches, LIMIT)
                .addTo("trial", command(), this::train)
                .get(1);
        addCache(command("-Dbuild=0"), this::train);
        addCache(command("-Dbuild=new"), this::train);
        assertThat(killed).as("the draft of a killed process").doesNotExist();
        assertThat(made.get(1)).as("the least recently used").doesNotExist();
        assertThat(List.of(made.get(0), made.get(2), made.get(3))).allMatch(Files::exists);
        assertThat(Path.of(others.substring(others.indexOf('=') + 1))).exists();
    }

    @Test
    void aFolderThatOthersCanWriteIsNotUsed() throws Exception {
        addCache(command(), this::train);
        Files.setPosixFilePermissions(caches, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(addCache(command(), this::train)).isEqualTo(command());
        assertThat(new StartUpCache(caches, LIMIT).refusal())
                .hasValue(String.format(
                        Locale.ROOT,
                        "processes start without a cache: other users can write the folder %s; "
                                + "delete it, or change its mode to 0700",
                        caches));
    }

    @Test
    void aFolderThatIsALinkIsNotUsed() throws Exception {
        Files.createSymbolicLink(caches, Files.createDirectory(folder.resolve("others")));
        assertThat(addCache(command(), this::train)).isEqualTo(command());
        assertThat(trained).isEmpty();
    }

    private List<String> addCacheUninterrupted(StartUpCache.Training training) {
        try {
            return addCache(command(), training);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> addCache(List<String> command, StartUpCache.Training training) throws InterruptedException {
        return new StartUpCache(caches, LIMIT).addTo("worker", command, training);
    }

    private boolean train(List<String> command, Duration limit) throws IOException {
        assertThat(limit).isEqualTo(LIMIT);
        return makeCache(command);
    }

    /** Leaves the file that the command names, as a JVM does. */
    private boolean makeCache(List<String> command) throws IOException {
        trained.add(command);
        Files.writeString(Path.of(command.get(1).substring(command.get(1).indexOf('=') + 1)), "cache");
        return true;
    }

    private List<String> command(String... flags) {
        List<String> words = new ArrayList<>(List.of("java"));
        words.addAll(List.of(flags));
        words.addAll(List.of("-cp", jars, "Main"));
        return words;
    }

    private Path only() throws IOException {
        assertThat(kept()).hasSize(1);
        return kept().getFirst();
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(caches)) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        }
    }
}
