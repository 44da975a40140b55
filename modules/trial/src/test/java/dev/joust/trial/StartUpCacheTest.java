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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartUpCacheTest {
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
        var first = with(command("-Xmx64m"), this::lives);
        var second = with(command("-Xmx64m"), this::lives);
        assertThat(lives).hasSize(1);
        assertThat(second)
                .isEqualTo(first)
                .containsSubsequence("java", "-XX:AOTCache=" + only(), "-Xmx64m", "-cp", jars, "Main");
        assertThat(only().getFileName().toString()).matches("worker-[0-9a-f]{16}\\.aot");
    }

    @Test
    void otherFlagsOtherJarsAndOtherProcessesHaveAnother() throws Exception {
        var one = with(command(), this::lives);
        var flags = with(command("-Xmx64m"), this::lives);
        var other = new StartUpCache(caches).with("trial", command(), this::lives);
        Files.writeString(folder.resolve("two.jar"), "built again");
        var built = with(command(), this::lives);
        assertThat(List.of(one.get(1), flags.get(1), other.get(1), built.get(1)))
                .doesNotHaveDuplicates()
                .allMatch(flag -> flag.startsWith("-XX:AOTCache="));
    }

    @Test
    void aJarThatNamesItsMainClassHasOneToo() throws Exception {
        var started = with(List.of("java", "-jar", folder.resolve("one.jar").toString()), this::lives);
        assertThat(started).containsExactly("java", "-XX:AOTCache=" + only(), "-jar", folder + "/one.jar");
    }

    @Test
    void whereTheParentHasChosenOrThereAreNoJarsThereIsNone() throws Exception {
        var chosen = command("-XX:SharedArchiveFile=mine.jsa");
        var classes = List.of("java", "-cp", folder + File.pathSeparator + jars, "Main");
        assertThat(with(chosen, this::lives)).isEqualTo(chosen);
        assertThat(with(classes, this::lives)).isEqualTo(classes);
        assertThat(lives).isEmpty();
    }

    @Test
    void whereNoFolderCanBeMadeProcessesStartAllTheSame() throws Exception {
        var file = Files.createFile(folder.resolve("no-folder"));
        assertThat(new StartUpCache(file).with("worker", command(), this::lives))
                .isEqualTo(command());
    }

    @Test
    void whereAnAotCacheCannotBeMadeThereIsAnArchiveOfClasses() throws Exception {
        var started =
                with(command(), command -> command.get(1).startsWith("-XX:ArchiveClassesAtExit") && lives(command));
        assertThat(started.get(1)).isEqualTo("-XX:SharedArchiveFile=" + only());
        assertThat(only().toString()).endsWith(".classes");
    }

    @Test
    void halfACacheIsThrownAway() throws Exception {
        var started = with(command(), command -> {
            lives(command);
            return false;
        });
        assertThat(started).isEqualTo(command());
        assertThat(lives).hasSize(2);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whoComesWhileItIsMadeWaitsForThatOne() throws Exception {
        var begun = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            StartUpCache.Training slow = command -> {
                begun.countDown();
                Thread.sleep(200); // in which the other one comes
                return lives(command);
            };
            var first = threads.submit(() -> with(command(), slow));
            begun.await();
            var second = threads.submit(() -> with(command(), slow));
            assertThat(second.get()).isEqualTo(first.get()).contains("-XX:AOTCache=" + only());
        }
        assertThat(lives).hasSize(1);
    }

    @Test
    void theLastFourThatWereUsedAreKept() throws Exception {
        List<Path> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var flag = with(command("-Dbuild=" + i), this::lives).get(1);
            made.add(Path.of(flag.substring(flag.indexOf('=') + 1)));
            Files.setLastModifiedTime(made.get(i), FileTime.from(Instant.now().minus(Duration.ofDays(9 - i))));
        }
        var killed = Files.createFile(caches.resolve("worker-4711.draft"));
        Files.setLastModifiedTime(killed, FileTime.from(Instant.now().minus(Duration.ofDays(99))));
        var others =
                new StartUpCache(caches).with("trial", command(), this::lives).get(1);
        with(command("-Dbuild=0"), this::lives);
        with(command("-Dbuild=new"), this::lives);
        assertThat(killed).as("left by one that was killed").doesNotExist();
        assertThat(made.get(1)).as("not used for the longest time").doesNotExist();
        assertThat(List.of(made.get(0), made.get(2), made.get(3))).allMatch(Files::exists);
        assertThat(Path.of(others.substring(others.indexOf('=') + 1))).exists();
    }

    private List<String> with(List<String> command, StartUpCache.Training training) throws InterruptedException {
        return new StartUpCache(caches).with("worker", command, training);
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
