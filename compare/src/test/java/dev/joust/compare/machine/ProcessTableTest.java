package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path root;

    @Test
    void foreignProcessesAreNamedWithTheCoresThatTheyUsedInBetween() {
        var proc = new FakeProc(root).process(1, 0, 0, 0, 2).process(2, 0, 0, 0).process(40, 500, 100, 0);
        var before = read(proc, 0);
        proc.process(2, 200, 0, 0).process(40, 640, 150, 0);
        assertThat(read(proc, 2 * SECOND).foreignSince(before))
                .containsExactly(new ForeignProcess(40, "a ) S (b", 0.95));
    }

    @Test
    void theBusiestComeFirstAndAtMostThreeAreNamed() {
        var proc = new FakeProc(root).process(1, 0, 0, 0);
        var before = read(proc, 0);
        for (int pid = 10; pid < 20; pid++) {
            proc.process(pid, pid, 0, 0);
        }
        assertThat(read(proc, SECOND).foreignSince(before))
                .extracting(ForeignProcess::pid)
                .containsExactly(19L, 18L, 17L);
    }

    @Test
    void aProcessThatUsesNextToNothingIsNotNamed() {
        var proc = new FakeProc(root).process(1, 0, 0, 0).process(40, 0, 0, 0);
        var before = read(proc, 0);
        proc.process(40, 1, 0, 0);
        assertThat(read(proc, SECOND).foreignSince(before)).isEmpty();
    }

    @Test
    void aProcessWithTheNumberOfAnEarlierOneCountsFromItsStart() {
        var proc = new FakeProc(root).process(1, 0, 0, 0).process(40, 900, 0, 0);
        var before = read(proc, 0);
        proc.file("40/stat", FakeProc.stat("R", 1, 50, 0, 0).replace(" 777 ", " 999 "));
        assertThat(read(proc, SECOND).foreignSince(before))
                .extracting(ForeignProcess::cores)
                .containsExactly(0.5);
    }

    @Test
    void aNameCannotMoveTheCursorOfATerminal() {
        var rude = new ForeignProcess(7, "\u001b[2Jevil\n" + "x".repeat(100), 0.5);
        assertThat(ForeignProcess.text(List.of(rude)))
                .startsWith("pid 7 \uFFFD[2Jevil xxx")
                .hasSizeLessThan(60)
                .endsWith(" (0.50 cores)");
        assertThat(ForeignProcess.text(List.of())).isEqualTo("no process is seen that used CPU time");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineHasProcessesAndOursAreNotForeign() {
        var before = ProcessTable.read(Set.of());
        long self = ProcessHandle.current().pid();
        assertThat(before.processes().keySet()).anyMatch(id -> id.pid() == self);
        assertThat(before.ours()).contains(self);
        long end = System.nanoTime() + SECOND / 10;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(ProcessTable.read(Set.of()).foreignSince(before)).noneMatch(process -> process.pid() == self);
    }

    private static ProcessTable read(FakeProc proc, long now) {
        return ProcessTable.read(proc.files(), Set.of(1L), now);
    }
}
