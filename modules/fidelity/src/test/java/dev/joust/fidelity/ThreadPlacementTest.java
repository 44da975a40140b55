package dev.joust.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where the threads of a probe may run, as the kernel says. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux binds a thread to a core")
class ThreadPlacementTest {

    @Test
    void threadsApartHaveACoreEachAndNoTwoTheSameWhereThereAreEnough() throws InterruptedException {
        int count = CoreAffinity.usable().size();
        var cores = new ConcurrentSkipListSet<Integer>();

        ProbeThreads.start(count, ThreadPlacement.APART, number -> {
                    assertThat(CoreAffinity.ofCallingThread()).hasSize(1);
                    cores.addAll(CoreAffinity.ofCallingThread());
                })
                .join();

        assertThat(cores).containsExactlyElementsOf(CoreAffinity.usable());
    }

    @Test
    void theSleeperIsApartFromTheFirstThreadThatComputes() throws InterruptedException {
        var cores = new ConcurrentSkipListSet<Integer>();
        var sleeper = Thread.ofPlatform().start(() -> {
            ThreadPlacement.APART.place(0);
            cores.addAll(CoreAffinity.ofCallingThread());
        });
        sleeper.join();
        ProbeThreads.start(1, ThreadPlacement.APART, number -> cores.addAll(CoreAffinity.ofCallingThread()))
                .join();

        assertThat(cores).hasSize(Math.min(2, CoreAffinity.usable().size()));
    }

    @Test
    void otherThreadsRunOnAnyCore() throws InterruptedException {
        var seen = new ConcurrentSkipListSet<Integer>();

        ProbeThreads.start(1, number -> seen.addAll(CoreAffinity.ofCallingThread()))
                .join();

        assertThat(List.copyOf(seen)).isEqualTo(CoreAffinity.usable());
    }

    @Test
    void onlyTheNegativeControlsRunApart() {
        for (var kind : LockSetting.LockKind.values()) {
            boolean control = kind == LockSetting.LockKind.NO_FORCED || kind == LockSetting.LockKind.BARE;
            assertThat(TestedLock.of(new LockSetting(kind, 1000, 1000)).placement())
                    .as(kind.label())
                    .isEqualTo(control ? ThreadPlacement.APART : ThreadPlacement.ANYWHERE);
        }
    }
}
