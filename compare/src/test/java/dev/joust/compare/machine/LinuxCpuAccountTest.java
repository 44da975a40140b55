package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LinuxCpuAccountTest {
    private static final long TICK = PidStat.TICK_NANOS;

    @TempDir
    private Path root;

    @Test
    void busyTimeIsNeitherIdleNorWaitingNorStolenNorATimedInterrupt() {
        var cpus = "cpu0 1 2 3 4 5 6 7 8 9 10\ncpu1 1 2 3 4 5 6 7 8 9 10\n";
        var proc = new FakeProc(root)
                .file("stat", "cpu  100 20 30 4000 500 6 7 80 90 9\n" + cpus + "ctxt 8100254713\nbtime 1\n")
                .process(1, 0, 0, 0);
        var reading = account(proc, 0).read().orElseThrow();
        assertThat(reading)
                .isEqualTo(new CpuReading(
                        6000 * TICK, 80 * TICK, (6000 - 4000 - 500 - 80 - 6 - 7) * TICK, 0, 0, 8_100_254_713L));
    }

    @Test
    void softInterruptsAreBusyTimeWhereTheKernelHasNeverTimedAHardOne() {
        var proc = new FakeProc(root)
                .file("stat", "cpu  100 20 30 2000 0 0 7 0 0 0\ncpu0 100 20 30 2000 0 0 7 0 0 0\n")
                .process(1, 0, 0, 0);
        assertThat(account(proc, 0).read().orElseThrow().busyNanos()).isEqualTo(1000 * TICK);
    }

    @Test
    void busyTimeIsFinerThanTicks() {
        var proc = new FakeProc(root)
                .file("stat", "cpu  0 0 0 2999 0 0 0 0\ncpu0 0 0 0 2999 0 0 0 0\n")
                .process(1, 0, 0, 0);
        var account = account(proc, 0, () -> 3000 * TICK + 3_000_000);
        assertThat(account.read().orElseThrow().busyNanos()).isEqualTo(TICK + 3_000_000);
    }

    @Test
    void aReadingDuringWhichTheCoreWasLostIsRepeated() {
        var proc = new FakeProc(root)
                .file("stat", "cpu  0 0 0 0 0 0 0 0\ncpu0 0 0 0 0 0 0 0 0\n")
                .process(1, 0, 0, 0);
        var instants = List.of(0L, 0L, 40_000_000L, 50_000_000L, 50_200_000L).iterator();
        var reading = account(proc, 0, instants::next).read().orElseThrow();
        assertThat(reading.totalNanos()).isEqualTo(50_100_000);
        assertThat(reading.lateNanos()).as("since our time was read").isEqualTo(50_100_000);
    }

    @Test
    void ourTimeHoldsLivingProcessesAndTheirEndedChildren() {
        var proc = stat().process(1, 9, 9, 5, 2).process(2, 9, 9, 7).process(3, 1000, 0, 0);
        assertThat(account(proc, 123).read().orElseThrow().oursNanos()).isEqualTo(2 * 123 + 12 * TICK);
    }

    @Test
    void namedProcessesAndTheirDescendantsCountAsOursOnce() {
        var proc = stat().process(1, 0, 0, 0, 2)
                .process(2, 0, 0, 0)
                .process(3, 0, 0, 5, 4)
                .process(4, 0, 0, 0);
        var account = new LinuxCpuAccount(proc.files(), Set.of(1L, 2L, 3L), pid -> OptionalLong.of(100), () -> 0);
        assertThat(account.read().orElseThrow().oursNanos()).isEqualTo(4 * 100 + 5 * TICK);
    }

    @Test
    void aZombieHoldsItsTimeUntilItsParentWaitsForIt() {
        var proc = stat().process(1, 0, 0, 0, 2).process(2, 0, 0, 0).file("2/stat", FakeProc.stat("Z", 1, 40, 0, 3));
        assertThat(account(proc, 100).read().orElseThrow().oursNanos()).isEqualTo(200 + 3 * TICK);
    }

    @Test
    void aTreeThatChangesWhileItIsWalkedIsWalkedAgain() {
        var proc = stat().process(1, 0, 0, 0, 2).process(2, 0, 0, 0);
        var calls = new AtomicInteger();
        var account = new LinuxCpuAccount(
                proc.files(),
                Set.of(1L),
                pid -> {
                    if (calls.incrementAndGet() == 2) {
                        proc.process(1, 0, 0, 7);
                    }
                    return OptionalLong.of(pid == 1 ? 10 : 50 * 1_000_000);
                },
                () -> 0);
        assertThat(account.read().orElseThrow().oursNanos()).isEqualTo(10 + 7 * TICK);
    }

    @Test
    void aMachineThatDoesNotTellHasNoReading() {
        assertThat(account(new FakeProc(root).process(1, 0, 0, 0), 1).read()).isEmpty();
        assertThat(account(new FakeProc(root).process(1, 0, 0, 0).file("stat", "cpu  1 2 3 4\n"), 1)
                        .read())
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theTimeOfAnEndedChildIsOurs() throws Exception {
        long begin = CpuAccount.ofThisMachine().read().orElseThrow().oursNanos();
        var child = new ProcessBuilder(Waits.java(Burns.class))
                .redirectErrorStream(true)
                .start();
        child.getOutputStream().close();
        child.getInputStream().readAllBytes();
        assertThat(child.waitFor()).isZero();
        assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        long ours = CpuAccount.ofThisMachine().read().orElseThrow().oursNanos() - begin;
        assertThat(ours).isGreaterThan(Burns.NANOS - 2 * TICK);
    }

    private FakeProc stat() {
        return new FakeProc(root).file("stat", "cpu  0 0 0 0 0 0 0 0 0 0\n");
    }

    private static LinuxCpuAccount account(FakeProc proc, long clock) {
        return account(proc, clock, () -> 3000 * TICK);
    }

    private static LinuxCpuAccount account(FakeProc proc, long cpu, LongSupplier clock) {
        return new LinuxCpuAccount(proc.files(), Set.of(1L), pid -> OptionalLong.of(cpu), clock);
    }
}
