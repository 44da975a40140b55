package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartUpCacheTest {
    private static final Duration LIMIT = Duration.ofSeconds(17);

    @TempDir
    Path folder;

    private final List<List<String>> lives = Collections.synchronizedList(new ArrayList<>());
    private Path caches;
    private String jars;

    @BeforeEach
    void makeJars() throws IOException {
        caches = folder.resolve("caches");
        jars = "%s%s%s"
                .formatted(
                        Files.writeString(folder.resolve("one.jar"), "one"),
                        File.pathSeparator,
                        Files.writeString(folder.resolve("two.jar"), "two"));
    }

    @Test
    void theFirstStartMakesItAndLaterOnesUseIt() throws Exception {
        var first = with(command("-Xmx64m"), this::lived);
        var second = with(command("-Xmx64m"), this::lived);
        assertThat(lives).hasSize(1);
        assertThat(second)
                .isEqualTo(first)
                .containsSubsequence("java", "-XX:AOTCache=" + only(), "-Xmx64m", "-cp", jars, "Main");
        assertThat(only().getFileName().toString()).matches("worker-[0-9a-f]{16}\\.aot");
    }

    @Test
    void otherFlagsOtherJarsAndOtherProcessesHaveAnother() throws Exception {
        var one = with(command(), this::lived);
        var flags = with(command("-Xmx64m"), this::lived);
        var other = new StartUpCache(caches, LIMIT).with("trial", command(), this::lived);
        Files.writeString(folder.resolve("two.jar"), "built again");
        var built = with(command(), this::lived);
        assertThat(List.of(one.get(1), flags.get(1), other.get(1), built.get(1)))
                .doesNotHaveDuplicates()
                .allMatch(flag -> flag.startsWith("-XX:AOTCache="));
    }

    @Test
    void aJarThatNamesItsMainClassHasOneToo() throws Exception {
        var started = with(List.of("java", "-jar", folder.resolve("one.jar").toString()), this::lived);
        assertThat(started).containsExactly("java", "-XX:AOTCache=" + only(), "-jar", folder + "/one.jar");
    }

    @Test
    void whereTheParentHasChosenOrThereAreNoJarsThereIsNone() throws Exception {
        var chosen = command("-XX:SharedArchiveFile=mine.jsa");
        var classes = List.of("java", "-cp", folder + File.pathSeparator + jars, "Main");
        assertThat(with(chosen, this::lived)).isEqualTo(chosen);
        assertThat(with(classes, this::lived)).isEqualTo(classes);
        assertThat(lives).isEmpty();
    }

    @Test
    void whereNoFolderCanBeMadeProcessesStartAllTheSame() throws Exception {
        var file = Files.createFile(folder.resolve("no-folder"));
        assertThat(new StartUpCache(file, LIMIT).with("worker", command(), this::lived))
                .isEqualTo(command());
    }

    @Test
    void whereAnAotCacheCannotBeMadeThereIsAnArchiveOfClasses() throws Exception {
        var started = with(
                command(), (command, limit) -> command.get(1).startsWith("-XX:ArchiveClassesAtExit") && lives(command));
        assertThat(started.get(1)).isEqualTo("-XX:SharedArchiveFile=" + only());
        assertThat(only().toString()).endsWith(".classes");
    }

    @Test
    void halfACacheIsThrownAway() throws Exception {
        var started = with(command(), (command, limit) -> {
            lives(command);
            return false;
        });
        assertThat(started).isEqualTo(command());
        assertThat(lives).hasSize(2);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whoComesWhileItIsMadeWaitsForThatOne() throws Exception {
        List<List<String>> started = Collections.synchronizedList(new ArrayList<>());
        var second = Thread.ofPlatform().unstarted(() -> started.add(unhindered(this::lived)));
        var first = Thread.ofPlatform()
                .start(() -> started.add(unhindered((command, limit) -> {
                    second.start();
                    while (second.getState() != Thread.State.BLOCKED) {
                        Thread.onSpinWait();
                    }
                    return lives(command);
                })));
        assertThat(first.join(LIMIT)).isTrue();
        assertThat(second.join(LIMIT)).isTrue();
        var using = "-XX:AOTCache=" + only();
        assertThat(started).hasSize(2).allMatch(command -> command.contains(using));
        assertThat(lives).hasSize(1);
    }

    @Test
    void theLastFourThatWereUsedAreKept() throws Exception {
        List<Path> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var flag = with(command("-Dbuild=" + i), this::lived).get(1);
            made.add(Path.of(flag.substring(flag.indexOf('=') + 1)));
            Files.setLastModifiedTime(made.get(i), FileTime.from(Instant.now().minus(Duration.ofDays(9 - i))));
        }
        var killed = Files.createFile(caches.resolve("worker-4711.draft"));
        Files.setLastModifiedTime(killed, FileTime.from(Instant.now().minus(Duration.ofDays(99))));
        var others = new StartUpCache(caches, LIMIT)
                .with("trial", command(), this::lived)
                .get(1);
        with(command("-Dbuild=0"), this::lived);
        with(command("-Dbuild=new"), this::lived);
        assertThat(killed).as("left by one that was killed").doesNotExist();
        assertThat(made.get(1)).as("not used for the longest time").doesNotExist();
        assertThat(List.of(made.get(0), made.get(2), made.get(3))).allMatch(Files::exists);
        assertThat(Path.of(others.substring(others.indexOf('=') + 1))).exists();
    }

    private List<String> unhindered(StartUpCache.Training training) {
        try {
            return with(command(), training);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> with(List<String> command, StartUpCache.Training training) throws InterruptedException {
        return new StartUpCache(caches, LIMIT).with("worker", command, training);
    }

    private boolean lived(List<String> command, Duration limit) throws IOException {
        assertThat(limit).isEqualTo(LIMIT);
        return lives(command);
    }

    /** As a virtual machine that leaves the file which it was told to make. */
    private boolean lives(List<String> command) throws IOException {
        lives.add(command);
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
