package dev.joust.compare.machine;

import static dev.joust.compare.machine.Processed.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BillTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void cpuTimeIsTheDifferenceOfWhatWasThereAndAllOfWhatCame() {
        var bill = Bill.between(
                usage(process(1).cpu(5 * SECOND, 4 * SECOND, SECOND)),
                usage(
                        process(1).cpu(7 * SECOND, 5 * SECOND, 2 * SECOND),
                        process(2).cpu(SECOND, SECOND, 0)));
        assertThat(bill.cpu().total()).isEqualTo(3.0);
        assertThat(bill.cpu().user()).hasValue(2.0);
        assertThat(bill.cpu().system()).hasValue(1.0);
        assertThat(bill.changes()).isEqualTo(new Bill.Changes(1, 0, 0, Optional.of(0.0)));
    }

    @Test
    void theExactTotalIsDividedAsTheCoarseCountsAre() {
        var bill = Bill.between(usage(process(1)), usage(process(1).cpu(44_000_000, 30_000_000, 10_000_000)));
        assertThat(bill.cpu().total()).isEqualTo(0.044);
        assertThat(bill.cpu().user().orElseThrow()).isCloseTo(0.033, within(1e-12));
        assertThat(bill.cpu().system().orElseThrow()).isCloseTo(0.011, within(1e-12));
    }

    @Test
    void theDivisionIsUnknownWhileTheCoarseCountsStandStill() {
        var cpu = Bill.between(usage(process(1)), usage(process(1).cpu(4_000_000, 0, 0)))
                .cpu();
        assertThat(cpu).isEqualTo(new Bill.CpuSeconds(0.004, Optional.empty(), Optional.empty()));
    }

    @Test
    void callsAreTheDifferenceOfWhatWasThereAndAllOfWhatCame() {
        var bill = Bill.between(
                usage(process(1).calls(Optional.of(new Calls(10, 5)))),
                usage(
                        process(1).calls(Optional.of(new Calls(17, 6))),
                        process(2).calls(Optional.of(new Calls(3, 2)))));
        assertThat(bill.calls()).hasValue(new Calls(10, 3));
        assertThat(Bill.between(usage(process(1)), usage(process(1).calls(Optional.empty())))
                        .calls())
                .isEmpty();
    }

    @Test
    void theChildrensMemoryIsThatOfAllButTheRoot() {
        var alone = usage(process(1));
        var three = usage(process(1), process(2), process(3));
        assertThat(Bill.between(alone, alone).children()).isEmpty();
        assertThat(Bill.between(alone, three).children())
                .hasValue(new Memory(Optional.of(200L), Optional.of(400L), Optional.of(100L)));
    }

    @Test
    void aProcessThatVanishedIsToldAndNotSubtracted() {
        var bill = Bill.between(
                usage(process(1), process(2).cpu(9 * SECOND, 0, 0)),
                usage(process(1).cpu(SECOND, 0, 0)));
        assertThat(bill.cpu().total()).isEqualTo(1.0);
        assertThat(bill.changes().lost()).isEqualTo(1);
        assertThat(bill.changes().appeared()).isZero();
        assertThat(bill.changes().complete()).isFalse();
    }

    @Test
    void aNumberThatWasGivenOutAgainIsAnotherProcess() {
        var bill = Bill.between(
                usage(process(1).started(1).cpu(5 * SECOND, 0, 0)),
                usage(process(1).started(2).cpu(2 * SECOND, 0, 0)));
        assertThat(bill.cpu().total()).isEqualTo(2.0);
        assertThat(bill.changes().appeared()).isEqualTo(1);
        assertThat(bill.changes().lost()).isEqualTo(1);
    }

    @Test
    void processesThatCameAndWentUnseenShowInTheTimeOfReapedChildren() {
        var changes = Bill.between(
                        usage(process(1).reaped(Optional.of(SECOND))),
                        usage(process(1).reaped(Optional.of(3 * SECOND))))
                .changes();
        assertThat(changes.reapedSeconds()).hasValue(2.0);
        assertThat(changes.complete()).isFalse();
        assertThat(Bill.between(usage(process(1)), usage(process(1))).changes().complete())
                .isTrue();
    }

    @Test
    void switchesAreCountedThreadByThread() {
        var start = process(1).switches(Optional.of(Map.of(1L, new Switches(10, 1), 2L, new Switches(900, 90))));
        var end = process(1).switches(Optional.of(Map.of(1L, new Switches(15, 3), 3L, new Switches(7, 0))));
        var bill = Bill.between(usage(start), usage(end));
        assertThat(bill.switches()).hasValue(new Switches(12, 2));
        assertThat(bill.changes().lostThreads()).isEqualTo(1);
    }

    @Test
    void aThreadWhoseCountFellIsAnotherThread() {
        var start = process(1).switches(Optional.of(Map.of(1L, new Switches(900, 90))));
        var end = process(1).switches(Optional.of(Map.of(1L, new Switches(7, 2))));
        assertThat(Bill.between(usage(start), usage(end)).switches()).hasValue(new Switches(7, 2));
    }

    @Test
    void memoryAndHandlesAreSummedAtTheEnd() {
        var bill = Bill.between(usage(process(1)), usage(process(1), process(2), process(3)));
        assertThat(bill.memory()).isEqualTo(new Memory(Optional.of(300L), Optional.of(600L), Optional.of(150L)));
        assertThat(bill.census()).isEqualTo(new Bill.Census(3, new Handles(3, Optional.of(6), Optional.of(9))));
    }

    @Test
    void whatIsNotKnownOfOneProcessIsNotKnownOfTheSum() {
        var silent = process(2)
                .memory(new Memory(Optional.of(100L), Optional.empty(), Optional.empty()))
                .switches(Optional.empty())
                .reaped(Optional.empty());
        var bill = Bill.between(usage(process(1), silent), usage(process(1), silent));
        assertThat(bill.memory()).isEqualTo(new Memory(Optional.of(200L), Optional.empty(), Optional.empty()));
        assertThat(bill.switches()).isEmpty();
        assertThat(bill.changes().reapedSeconds()).isEmpty();
    }

    @Test
    void aTreeThatHasGoneUsedNothingThatIsKnown() {
        var bill = Bill.between(usage(process(1)), usage());
        assertThat(bill.memory().resident()).isEmpty();
        assertThat(bill.changes().lost()).isEqualTo(1);
        assertThat(bill.changes().complete()).isFalse();
    }

    private static Usage usage(Processed... processes) {
        return new Usage(Stream.of(processes).map(Processed::usage).toList());
    }
}
