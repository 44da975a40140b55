package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxProcessReaderTest {
    @TempDir
    private Path root;

    private FakeProc proc;

    @BeforeEach
    void oneProcess() {
        proc = new FakeProc(root).process(10, 30, 20, 4);
    }

    @Test
    void theTreeHoldsChildrenOfEveryThreadAndTheirChildren() {
        proc.process(10, 0, 0, 0, 11, 12)
                .file("10/task/99/children", "13 ")
                .process(11, 0, 0, 0, 14)
                .process(12, 0, 0, 0)
                .process(13, 0, 0, 0)
                .process(14, 0, 0, 0)
                .process(20, 0, 0, 0);
        assertThat(clocked(1).tree(10)).startsWith(10L).containsExactlyInAnyOrder(10L, 11L, 12L, 13L, 14L);
    }

    @Test
    void theClockGivesTheCpuTimeAndTheTicksItsDivision() {
        var cpu = clocked(503_456_789)
                .read(10, ReadingDetail.COUNTERS)
                .orElseThrow()
                .cpu();
        assertThat(cpu).isEqualTo(new CpuTime(503_456_789, 300_000_000, 200_000_000, Optional.of(40_000_000L)));
    }

    @Test
    void ticksGiveTheCpuTimeWhereThereIsNoClock() {
        var processes = new LinuxProcessReader(proc.files(), pid -> OptionalLong.empty());
        assertThat(processes
                        .read(10, ReadingDetail.COUNTERS)
                        .orElseThrow()
                        .cpu()
                        .totalNanos())
                .isEqualTo(500_000_000);
    }

    @Test
    void switchesOfAllThreadsCount() {
        proc.thread(10, 10, 5, 1).thread(10, 17, 600, 70);
        var usage = clocked(1).read(10, ReadingDetail.COUNTERS).orElseThrow();
        assertThat(usage.switches())
                .hasValue(Map.of(10L, new ContextSwitches(5, 1), 17L, new ContextSwitches(600, 70)));
        assertThat(usage.handles().threads()).isEqualTo(2);
    }

    @Test
    void theTimeWithoutACoreIsTheSecondNumberOfSchedstat() {
        proc.thread(10, 10, 5, 1).file("10/task/10/schedstat", "1234567 89012 345\n");
        assertThat(clocked(1).read(10, ReadingDetail.COUNTERS).orElseThrow().switches())
                .hasValue(Map.of(10L, new ContextSwitches(5, 1, Optional.of(89_012L))));
    }

    @Test
    void callsAreThoseThatReadOrWrote() {
        assertThat(clocked(1).read(10, ReadingDetail.COUNTERS).orElseThrow().calls())
                .isEmpty();
        proc.file("10/io", "rchar: 9000\nwchar: 800\nsyscr: 70\nsyscw: 6\nread_bytes: 0\n");
        assertThat(clocked(1).read(10, ReadingDetail.COUNTERS).orElseThrow().calls())
                .hasValue(new IoCalls(70, 6));
    }

    @Test
    void costlyValuesAreReadOnDemandOnly() throws IOException {
        proc.file("10/smaps_rollup", "Rss:  900 kB\nPss:  300 kB\n").file("10/fd/0", "");
        Files.createSymbolicLink(root.resolve("10/fd/1"), Path.of("socket:[4711]"));
        Files.createSymbolicLink(root.resolve("10/fd/2"), Path.of("pipe:[4712]"));

        var cheap = clocked(1).read(10, ReadingDetail.COUNTERS).orElseThrow();
        assertThat(cheap.memory())
                .isEqualTo(new MemoryUse(Optional.of(1_024_000L), Optional.of(2_048_000L), Optional.empty()));
        assertThat(cheap.handles()).isEqualTo(new OpenHandles(1, Optional.empty(), Optional.of(3)));

        var full = clocked(1).read(10, ReadingDetail.EVERYTHING).orElseThrow();
        assertThat(full.memory().proportional()).hasValue(307_200L);
        assertThat(full.handles().sockets()).hasValue(1);
    }

    @Test
    void aValueThatTheKernelDoesNotOfferIsNotZero() {
        proc.file("10/status", "Name:\tx\n");
        var usage = clocked(1).read(10, ReadingDetail.EVERYTHING).orElseThrow();
        assertThat(usage.memory()).isEqualTo(new MemoryUse(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(usage.handles()).isEqualTo(new OpenHandles(1, Optional.empty(), Optional.empty()));
    }

    @Test
    void aProcessThatHasEndedIsLeftOut() {
        assertThat(clocked(1).read(11, ReadingDetail.COUNTERS)).isEmpty();
        proc.file("10/stat", FakeProc.stat("Z", 1, 30, 20, 0));
        assertThat(clocked(1).read(10, ReadingDetail.COUNTERS)).isEmpty();
    }

    private LinuxProcessReader clocked(long nanos) {
        return new LinuxProcessReader(proc.files(), pid -> OptionalLong.of(nanos));
    }
}
