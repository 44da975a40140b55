package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against files that a test wrote, for both versions, and for real where this machine allows it. */
final class ControlGroupTest {
    private static final Optional<Long> LITTLE = Optional.of(32L << 20);

    @TempDir
    private Path root;

    @Test
    void inVersionOneEachControllerHasItsOwnGroup() throws IOException {
        new FakeProc(root)
                .file("proc/self/cgroup", "5:memory:/job\n4:cpu,cpuacct:/\n")
                .file(
                        "proc/self/mountinfo",
                        "30 20 0:1 / /cg/cpu rw - cgroup cgroup rw,cpu,cpuacct\n"
                                + "31 20 0:2 / /cg/memory rw - cgroup cgroup rw,memory\n")
                .file("cg/cpu/tasks", "")
                .file("cg/memory/job/tasks", "");
        var group = ControlGroup.with(root, Optional.of(0.5), LITTLE);
        var words = group.entered(List.of("java", "-version"));
        var cpu = folder(words.get(4));
        var memory = folder(words.get(5));
        assertThat(words).endsWith("--", "java", "-version");
        assertThat(cpu.getParent()).isEqualTo(root.resolve("cg/cpu"));
        assertThat(cpu.resolve("cpu.cfs_quota_us")).hasContent("50000");
        assertThat(cpu.resolve("cpu.cfs_period_us")).hasContent("100000");
        assertThat(memory.getParent()).isEqualTo(root.resolve("cg/memory/job"));
        assertThat(memory.resolve("memory.limit_in_bytes")).hasContent("33554432");
        assertThat(group.killedForMemory()).isZero();
        Files.writeString(memory.resolve("memory.oom_control"), "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n");
        assertThat(group.killedForMemory()).isEqualTo(2);
    }

    @Test
    void inVersionTwoThereIsOneForAll() throws IOException {
        unified("memory cpu pids", "cpu memory");
        var group = ControlGroup.with(root, Optional.of(1.5), LITTLE);
        var words = group.entered(List.of("java"));
        var folder = folder(words.get(4));
        assertThat(words.get(5)).isEqualTo("--");
        assertThat(folder.getParent()).isEqualTo(root.resolve("cg/app/job.scope"));
        assertThat(folder.resolve("cpu.max")).hasContent("150000 100000");
        assertThat(folder.resolve("memory.max")).hasContent("33554432");
        Files.writeString(folder.resolve("memory.events"), "oom 3\noom_kill 1\n");
        assertThat(group.killedForMemory()).isEqualTo(1);
    }

    @Test
    void inVersionTwoThisProcessMovesWhereTheControllerIsNotEnabled() throws IOException {
        unified("memory cpu pids", "memory");
        ControlGroup.with(root, Optional.of(1.0), Optional.empty());
        assertThat(root.resolve("cg/app/job.scope/joust-referee/cgroup.procs"))
                .hasContent(Long.toString(ProcessHandle.current().pid()));
        assertThat(root.resolve("cg/app/job.scope/cgroup.subtree_control")).hasContent("+cpu");
    }

    @Test
    void aGroupThatCannotBeMadeIsAnErrorThatSaysWhatItTakes() {
        unified("pids", "");
        assertThatThrownBy(() -> ControlGroup.with(root, Optional.of(1.0), Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no controller 'cpu' here")
                .hasMessageContaining("it takes Linux and root")
                .hasMessageContaining("systemd-run --user --scope -p Delegate=yes");
    }

    @Test
    void aControllerThatIsNotDelegatedNeedsAnAdministrator() {
        unified("memory pids", "memory").file("cg/cgroup.controllers", "cpuset cpu io memory pids\n");
        assertThatThrownBy(() -> ControlGroup.with(root, Optional.of(1.0), LITTLE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no controller 'cpu' here")
                .hasMessageContaining("cpu is not delegated to this user")
                .hasMessageContaining("Delegate=cpu memory pids")
                .hasMessageContaining("as root use systemd-run --scope -p Delegate=yes")
                .message()
                .as("what was just used")
                .doesNotContain("--user");
    }

    @Test
    void aProcessInAGroupHasItsLimitsAndIsKilledBeyondThem() throws Exception {
        assumeTrue(permitted(), "this user may make no control groups here");
        try (var group = ControlGroup.with(Optional.of(1.0), LITTLE)) {
            assertThat(said(group, "cat /proc/self/cgroup"))
                    .contains("/joust-" + ProcessHandle.current().pid());
            assertThat(group.killedForMemory()).isZero();
            assertThat(said(group, "head -c 100000000 /dev/zero | tail -c 90000000 | wc -c"))
                    .isNotEqualTo("90000000");
            assertThat(group.killedForMemory()).isPositive();
        }
        assertThat(CgroupHierarchy.of(Path.of("/")))
                .allSatisfy(hierarchy -> assertThat(Path.of("/").resolve(hierarchy.folder()))
                        .isDirectoryNotContaining(String.format(
                                Locale.ROOT,
                                "glob:**/joust-%d-*",
                                ProcessHandle.current().pid())));
    }

    @Test
    void processesThatAreLeftInAGroupEndWithIt() throws Exception {
        assumeTrue(permitted(), "this user may make no control groups here");
        Process left;
        try (var group = ControlGroup.with(Optional.of(1.0), Optional.empty())) {
            left = new ProcessBuilder(group.entered(List.of("sh", "-c", "echo; sleep 60"))).start();
            left.getInputStream().read();
        }
        assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean permitted() {
        try {
            ControlGroup.with(Optional.of(1.0), LITTLE).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String said(ControlGroup group, String script) throws Exception {
        var process = new ProcessBuilder(group.entered(List.of("sh", "-c", script)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var reader = process.inputReader()) {
            var said = reader.readAllAsString().strip();
            process.waitFor();
            return said;
        }
    }

    private FakeProc unified(String controllers, String enabled) {
        return new FakeProc(root)
                .file("proc/self/cgroup", "0::/app/job.scope\n")
                .file("proc/self/mountinfo", "30 20 0:1 / /cg rw - cgroup2 cgroup2 rw\n")
                .file("cg/app/job.scope/cgroup.controllers", controllers + "\n")
                .file("cg/app/job.scope/cgroup.subtree_control", enabled + "\n");
    }

    private static Path folder(String procs) {
        assertThat(procs).endsWith("/cgroup.procs");
        return Path.of(procs).getParent();
    }
}
