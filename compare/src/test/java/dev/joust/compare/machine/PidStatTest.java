package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PidStatTest {
    @Test
    void fieldsAreCountedFromBehindANameThatHoldsParentheses() {
        var stat = PidStat.parse(FakeProc.stat("S", 3, 5, 7, 11));
        assertThat(stat).isEqualTo(new PidStat(PidStat.ProcessState.LIVING, 777, 50_000_000, 70_000_000, 110_000_000));
    }

    /** A line of a real kernel (proc_pid_stat(5) names the fields), as a check beside the fake line. */
    @Test
    void aRealLineIsRead() {
        var stat = PidStat.parse("21159 (java) S 21155 21155 16779 0 -1 4194304 23754 0 2 0 206 12 3 4 20 0 29 0 208930"
                + " 9117794304 31128 18446744073709551615 94549555064832 94549555065837 140720597716016 0 0 0 0 0\n");
        assertThat(stat)
                .isEqualTo(new PidStat(PidStat.ProcessState.LIVING, 208930, 2_060_000_000, 120_000_000, 70_000_000));
    }

    @Test
    void aProcessHasEndedOnlyWhenAllOfItsThreadsHave() {
        assertThat(PidStat.parse(FakeProc.stat("Z", 1, 0, 0, 0)).zombie()).isTrue();
        assertThat(PidStat.parse(FakeProc.stat("Z", 2, 0, 0, 0)).zombie()).isFalse();
        assertThat(PidStat.parse(FakeProc.stat("S", 1, 0, 0, 0)).zombie()).isFalse();
    }

    @Test
    void aSignalOrADebuggerStopsAProcess() {
        assertThat(PidStat.parse(FakeProc.stat("T", 1, 0, 0, 0)).state()).isEqualTo(PidStat.ProcessState.STOPPED);
        assertThat(PidStat.parse(FakeProc.stat("t", 1, 0, 0, 0)).state()).isEqualTo(PidStat.ProcessState.STOPPED);
    }
}
