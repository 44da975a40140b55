package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainedProcessTest {
    private static final String CONTAINER = "3b8fb5a6198b7181762a245764e948360c373440e88a1140aa3638ab128cf1b1";

    @TempDir
    private Path root;

    @Test
    void isKnownByItsControlGroup() {
        var proc = new FakeProc(root).file("7/cgroup", "4:memory:/docker/" + CONTAINER + "\n0::/\n");
        assertThat(ContainedProcess.of(proc.files(), CONTAINER, 7)).hasValue(7L);
    }

    @Test
    void aNumberOfAnEngineElsewhereIsNoProcessHere() {
        var proc = new FakeProc(root).file("7/cgroup", "0::/user.slice/user-1000.slice/session-1.scope\n");
        assertThat(ContainedProcess.of(proc.files(), CONTAINER, 7)).isEmpty();
        assertThat(ContainedProcess.of(proc.files(), CONTAINER, 8)).isEmpty();
    }
}
