package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CpuClockTest {
    private static final long BURNT_NANOS = 30_000_000;

    @Test
    void theTimeOfAThreadThatHasEndedIsKept() throws InterruptedException {
        long self = ProcessHandle.current().pid();
        long before = CpuClock.nanos(self).orElseThrow();
        var used = new AtomicLong();
        var thread = Thread.ofPlatform().start(() -> used.set(burn()));
        thread.join();
        assertThat(CpuClock.nanos(self).orElseThrow() - before).isGreaterThanOrEqualTo(used.get());
    }

    @Test
    void anUnknownProcessHasNoTime() {
        assertThat(CpuClock.nanos(1L << 27)).isEmpty();
    }

    private static long burn() {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long now = begin;
        while (now - begin < BURNT_NANOS) {
            now = threads.getCurrentThreadCpuTime();
        }
        return now - begin;
    }
}
