package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupLimitsTest {
    @TempDir
    private Path root;

    private FakeProc files;

    @BeforeEach
    void empty() {
        files = new FakeProc(root);
    }

    @Test
    void theTightestLimitOfAGroupAndThoseAboveItBinds() {
        second("/", "/team/job")
                .file("sys/fs/cgroup/team/job/cpu.max", "max 100000\n")
                .file("sys/fs/cgroup/team/job/memory.max", "2000\n")
                .file("sys/fs/cgroup/team/cpu.max", "150000 100000\n")
                .file("sys/fs/cgroup/team/memory.max", "1000\n")
                .file("sys/fs/cgroup/other/memory.max", "1\n");
        assertThat(limits()).isEqualTo(new ResourceLimits(Optional.of(1.5), Optional.of(1000L)));
    }

    @Test
    void maxIsNoLimit() {
        second("/", "/").file("sys/fs/cgroup/cpu.max", "max 100000\n").file("sys/fs/cgroup/memory.max", "max\n");
        assertThat(limits()).isEqualTo(ResourceLimits.NONE);
    }

    @Test
    void aContainerOfVersionOneSeesItsOwnGroupAsTheRoot() {
        files.file("proc/self/cgroup", "5:memory:/docker/abc\n4:cpu,cpuacct:/docker/abc\n1:name=systemd:/docker/abc\n")
                .file(
                        "proc/self/mountinfo",
                        "30 20 0:1 /docker/abc /sys/fs/cgroup/cpu ro,nosuid master:9 - cgroup cgroup rw,cpu,cpuacct\n"
                                + "31 20 0:2 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n"
                                + "32 20 0:3 / /proc rw - proc proc rw\n")
                .file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n")
                .file("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n")
                .file("sys/fs/cgroup/memory/memory.limit_in_bytes", "536870912\n");
        assertThat(limits()).isEqualTo(new ResourceLimits(Optional.of(0.5), Optional.of(536_870_912L)));
    }

    @Test
    void inVersionOneMinusOneAndAHugeNumberMeanNoLimit() {
        files.file("proc/self/cgroup", "5:memory:/\n4:cpu:/\n")
                .file(
                        "proc/self/mountinfo",
                        "30 20 0:1 / /cg/cpu rw - cgroup cgroup rw,cpu\n"
                                + "31 20 0:2 / /cg/memory rw - cgroup cgroup rw,memory\n")
                .file("cg/cpu/cpu.cfs_quota_us", "-1\n")
                .file("cg/cpu/cpu.cfs_period_us", "100000\n")
                .file("cg/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(limits()).isEqualTo(ResourceLimits.NONE);
    }

    @Test
    void aSystemWithoutControlGroupsHasNoLimits() {
        assertThat(limits()).isEqualTo(ResourceLimits.NONE);
    }

    private FakeProc second(String shown, String path) {
        return files.file("proc/self/cgroup", "0::" + path + "\n")
                .file(
                        "proc/self/mountinfo",
                        "30 20 0:1 " + shown + " /sys/fs/cgroup rw shared:4 - cgroup2 cgroup2 rw,nsdelegate\n");
    }

    private ResourceLimits limits() {
        return new CgroupLimits(root).limits();
    }
}
