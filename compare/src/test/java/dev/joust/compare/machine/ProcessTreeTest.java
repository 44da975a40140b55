package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessTreeTest {
    @Test
    void aProcessThatEndsBeforeItsReadingIsLeftOut() {
        var usage = new ProcessTree(1, new Scripted()).usage(ReadingDetail.COUNTERS);
        assertThat(usage.processes()).extracting(process -> process.id().pid()).containsExactly(1L, 3L);
    }

    @Test
    void thisMachineShowsThisProcessAndItsChild() throws Exception {
        long self = ProcessHandle.current().pid();
        var child = new ProcessBuilder(Waits.java(Waits.class)).start();
        try {
            var usage = ProcessTree.of(self).usage(ReadingDetail.EVERYTHING);
            assertThat(usage.processes())
                    .extracting(process -> process.id().pid())
                    .startsWith(self)
                    .contains(child.pid());
            var us = usage.processes().getFirst();
            assertThat(us.cpu().totalNanos()).isPositive();
            assertThat(us.handles().threads()).isGreaterThan(1);
            assertThat(us.memory().resident().orElseThrow()).isGreaterThan(1L << 20);
        } finally {
            ChildProcesses.end(child.toHandle(), ChildProcesses.TERMINATION_LIMIT);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxTellsAllValues() {
        // a reading takes some milliseconds, in which threads, memory and files of other tests come and go
        await().untilAsserted(() -> {
            var self = self();
            assertThat(self.switches().orElseThrow()).hasSize(self.handles().threads());
            assertThat(self.memory().proportional().orElseThrow()).isPositive();
            assertThat(self.memory().peak().orElseThrow())
                    .isGreaterThanOrEqualTo(self.memory().proportional().orElseThrow());
            assertThat(self.handles().sockets().orElseThrow())
                    .isLessThanOrEqualTo(self.handles().files().orElseThrow());
        });
    }

    private static ProcessReading self() {
        return ProcessTree.of(ProcessHandle.current().pid())
                .usage(ReadingDetail.EVERYTHING)
                .processes()
                .getFirst();
    }

    @Test
    void valuesThatOshiDoesNotTellAreEmpty() {
        long self = ProcessHandle.current().pid();
        var usage = new ProcessTree(self, new OshiProcessReader())
                .usage(ReadingDetail.EVERYTHING)
                .processes()
                .getFirst();
        assertThat(usage.id().pid()).isEqualTo(self);
        assertThat(usage.cpu().totalNanos()).isPositive();
        assertThat(usage.cpu().reapedNanos()).isEmpty();
        assertThat(usage.switches()).isEmpty();
        assertThat(usage.memory().proportional()).isEmpty();
    }

    /** Three processes, the second of which ends too soon. */
    private static final class Scripted implements ProcessReader {
        @Override
        public List<Long> tree(long root) {
            return List.of(1L, 2L, 3L);
        }

        @Override
        public Optional<ProcessReading> read(long pid, ReadingDetail detail) {
            return pid == 2 ? Optional.empty() : Optional.of(Processed.withId(pid));
        }
    }
}
