package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.LogTail;
import dev.joust.trial.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkerCommandTest {
    private static final String HOME = System.getProperty("java.home");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path folder;

    @Test
    void aWorkerHasTheFlagsOfItsParentExceptThoseThatNeedASingleOwner() {
        var flags = List.of(
                "-Xmx64m",
                "-agentlib:jdwp=transport=dt_socket,address=*:5005",
                "-javaagent:/tools/agent.jar=destfile=exec",
                "-Xlog:gc:file=gc.log",
                "-XX:+UseSerialGC",
                "-XX:StartFlightRecording",
                "-Dsurefire.real.class.path=a.jar",
                "-Dx=y");
        assertThat(WorkerCommand.of(WorkerMain.class, "/jdk", "a.jar:b", flags).words())
                .containsExactly(
                        "/jdk/bin/java",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Dx=y",
                        "-XX:-UsePerfData",
                        "-XX:+DisplayVMOutputToStderr",
                        "-Xlog:disable",
                        "-Xlog:all=warning:stderr",
                        "-cp",
                        "a.jar:b",
                        "dev.joust.processes.WorkerMain");
    }

    @Test
    void aWorkerHasTheSerialCollectorUnlessItsParentHasAnother() {
        assertThat(WorkerCommand.of(WorkerMain.class, "/jdk", "a.jar", List.of("-Xmx64m"))
                        .words())
                .contains("-XX:+UseSerialGC");
        assertThat(WorkerCommand.of(WorkerMain.class, "/jdk", "a.jar", List.of("-XX:+UseZGC"))
                        .words())
                .contains("-XX:+UseZGC")
                .doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void flagsThatMakeTheJvmPrintDoNotDisturbTheProtocol() throws Exception {
        var printing = List.of("-XX:+PrintFlagsFinal", "-XX:+PrintCommandLineFlags", "-verbose:class", "-Xlog:gc*");
        assertWorks(WorkerCommand.of(WorkerMain.class, HOME, CLASS_PATH, printing));
    }

    @Test
    void aJarThatHasOnlyAManifestIsAClassPath() throws Exception {
        assertWorks(WorkerCommand.of(WorkerMain.class, HOME, manifestJar().toString(), List.of()));
    }

    @Test
    void outputThatAWorkerPrintsIsNotReadAsFramesAndDoesNotBlockIt() throws Exception {
        try (var pool = new PoolFixture(WorkerCommand.of(ChattyWorker.class), 1, folder)) {
            for (int i = 0; i < 50; i++) {
                pool.assertWorks();
            }
            try (var hold = pool.service().hold()) {
                var unit = pool.run(pool.work(PoolFixture.CALL));
                assertThat(hold.arrivals(1, PoolFixture.TIMEOUT)).isTrue();
                PoolFixture.kill(pool.workers().pids().getFirst());
                assertThat(PoolFixture.outcome(unit))
                        .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                                .contains("; its error log ends: ")
                                .contains("a stray print / a stray print")
                                .hasSizeLessThan(2 * LogTail.KEPT_BYTES));
            }
        }
    }

    private void assertWorks(WorkerCommand command) throws Exception {
        try (var pool = new PoolFixture(command, 1, folder)) {
            pool.assertWorks();
        }
    }

    private Path manifestJar() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        var jar = folder.resolve("manifest.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
