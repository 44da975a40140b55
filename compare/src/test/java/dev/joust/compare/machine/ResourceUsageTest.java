package dev.joust.compare.machine;

import static dev.joust.compare.machine.Processed.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResourceUsageTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void cpuTimeIsADifferenceForOldProcessesAndATotalForNewOnes() {
        var resourceUsage = ResourceUsage.between(
                usage(process(1).cpu(5 * SECOND, 4 * SECOND, SECOND)),
                usage(
                        process(1).cpu(7 * SECOND, 5 * SECOND, 2 * SECOND),
                        process(2).cpu(SECOND, SECOND, 0)));
        assertThat(resourceUsage.cpu().total()).isEqualTo(3.0);
        assertThat(resourceUsage.cpu().user()).hasValue(2.0);
        assertThat(resourceUsage.cpu().system()).hasValue(1.0);
        assertThat(resourceUsage.changes()).isEqualTo(new ResourceUsage.TreeChanges(1, 0, 0, Optional.of(0.0)));
    }

    @Test
    void theExactTotalIsDividedAsTheCoarseCountsAre() {
        var resourceUsage =
                ResourceUsage.between(usage(process(1)), usage(process(1).cpu(44_000_000, 30_000_000, 10_000_000)));
        assertThat(resourceUsage.cpu().total()).isEqualTo(0.044);
        assertThat(resourceUsage.cpu().user().orElseThrow()).isCloseTo(0.033, within(1e-12));
        assertThat(resourceUsage.cpu().system().orElseThrow()).isCloseTo(0.011, within(1e-12));
    }

    @Test
    void theDivisionIsUnknownWhileTheCoarseCountsDoNotGrow() {
        var cpu = ResourceUsage.between(usage(process(1)), usage(process(1).cpu(4_000_000, 0, 0)))
                .cpu();
        assertThat(cpu).isEqualTo(new ResourceUsage.CpuSeconds(0.004, Optional.empty(), Optional.empty()));
    }

    @Test
    void callsAreADifferenceForOldProcessesAndATotalForNewOnes() {
        var resourceUsage = ResourceUsage.between(
                usage(process(1).calls(Optional.of(new IoCalls(10, 5)))),
                usage(
                        process(1).calls(Optional.of(new IoCalls(17, 6))),
                        process(2).calls(Optional.of(new IoCalls(3, 2)))));
        assertThat(resourceUsage.calls()).hasValue(new IoCalls(10, 3));
        assertThat(ResourceUsage.between(usage(process(1)), usage(process(1).calls(Optional.empty())))
                        .calls())
                .isEmpty();
    }

    @Test
    void theChildrensMemoryIsThatOfAllProcessesExceptTheRoot() {
        var alone = usage(process(1));
        var three = usage(process(1), process(2), process(3));
        assertThat(ResourceUsage.between(alone, alone).children()).isEmpty();
        assertThat(ResourceUsage.between(alone, three).children())
                .hasValue(new MemoryUse(Optional.of(200L), Optional.of(400L), Optional.of(100L)));
    }

    @Test
    void aLostProcessIsReportedAndNotSubtracted() {
        var resourceUsage = ResourceUsage.between(
                usage(process(1), process(2).cpu(9 * SECOND, 0, 0)),
                usage(process(1).cpu(SECOND, 0, 0)));
        assertThat(resourceUsage.cpu().total()).isEqualTo(1.0);
        assertThat(resourceUsage.changes().lost()).isEqualTo(1);
        assertThat(resourceUsage.changes().appeared()).isZero();
        assertThat(resourceUsage.changes().complete()).isFalse();
    }

    @Test
    void aReusedNumberIsAnotherProcess() {
        var resourceUsage = ResourceUsage.between(
                usage(process(1).started(1).cpu(5 * SECOND, 0, 0)),
                usage(process(1).started(2).cpu(2 * SECOND, 0, 0)));
        assertThat(resourceUsage.cpu().total()).isEqualTo(2.0);
        assertThat(resourceUsage.changes().appeared()).isEqualTo(1);
        assertThat(resourceUsage.changes().lost()).isEqualTo(1);
    }

    @Test
    void processesThatBeganAndEndedUnseenShowInTheTimeOfReapedChildren() {
        var changes = ResourceUsage.between(
                        usage(process(1).reaped(Optional.of(SECOND))),
                        usage(process(1).reaped(Optional.of(3 * SECOND))))
                .changes();
        assertThat(changes.reapedSeconds()).hasValue(2.0);
        assertThat(changes.complete()).isFalse();
        assertThat(ResourceUsage.between(usage(process(1)), usage(process(1)))
                        .changes()
                        .complete())
                .isTrue();
    }

    @Test
    void switchesAreCountedThreadByThread() {
        var start = process(1)
                .switches(Optional.of(Map.of(1L, new ContextSwitches(10, 1), 2L, new ContextSwitches(900, 90))));
        var end =
                process(1).switches(Optional.of(Map.of(1L, new ContextSwitches(15, 3), 3L, new ContextSwitches(7, 0))));
        var resourceUsage = ResourceUsage.between(usage(start), usage(end));
        assertThat(resourceUsage.switches()).hasValue(new ContextSwitches(12, 2));
        assertThat(resourceUsage.changes().lostThreads()).isEqualTo(1);
    }

    @Test
    void aThreadWhoseCountFellIsAnotherThread() {
        var start = process(1).switches(Optional.of(Map.of(1L, new ContextSwitches(900, 90))));
        var end = process(1).switches(Optional.of(Map.of(1L, new ContextSwitches(7, 2))));
        assertThat(ResourceUsage.between(usage(start), usage(end)).switches()).hasValue(new ContextSwitches(7, 2));
    }

    @Test
    void memoryAndHandlesAreSummedAtTheEnd() {
        var resourceUsage = ResourceUsage.between(usage(process(1)), usage(process(1), process(2), process(3)));
        assertThat(resourceUsage.memory())
                .isEqualTo(new MemoryUse(Optional.of(300L), Optional.of(600L), Optional.of(150L)));
        assertThat(resourceUsage.census())
                .isEqualTo(new ResourceUsage.TreeSize(3, new OpenHandles(3, Optional.of(6), Optional.of(9))));
    }

    @Test
    void aValueUnknownForOneProcessIsUnknownForTheSum() {
        var silent = process(2)
                .memory(new MemoryUse(Optional.of(100L), Optional.empty(), Optional.empty()))
                .switches(Optional.empty())
                .reaped(Optional.empty());
        var resourceUsage = ResourceUsage.between(usage(process(1), silent), usage(process(1), silent));
        assertThat(resourceUsage.memory())
                .isEqualTo(new MemoryUse(Optional.of(200L), Optional.empty(), Optional.empty()));
        assertThat(resourceUsage.switches()).isEmpty();
        assertThat(resourceUsage.changes().reapedSeconds()).isEmpty();
    }

    @Test
    void theUsageOfAnEndedTreeIsUnknown() {
        var resourceUsage = ResourceUsage.between(usage(process(1)), usage());
        assertThat(resourceUsage.memory().resident()).isEmpty();
        assertThat(resourceUsage.changes().lost()).isEqualTo(1);
        assertThat(resourceUsage.changes().complete()).isFalse();
    }

    @Test
    void theSizesOfALaterReadingReplaceThoseOfProcessesThatStillLive() {
        var large = new MemoryUse(Optional.of(900L), Optional.of(901L), Optional.of(902L));
        var counted = usage(process(1).cpu(7, 0, 0), process(2));
        var both = counted.withSizesOf(usage(process(1).cpu(99, 0, 0).memory(large)));
        assertThat(both.processes())
                .containsExactly(
                        process(1).cpu(7, 0, 0).memory(large).usage(),
                        process(2).usage());
    }

    private static TreeReading usage(Processed... processes) {
        return new TreeReading(Stream.of(processes).map(Processed::usage).toList());
    }
}
