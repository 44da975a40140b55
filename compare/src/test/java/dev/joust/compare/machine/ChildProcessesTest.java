package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Isolated("beside three busy test classes a process may take longer to stop than the termination waits")
class ChildProcessesTest {
    private static final Duration BOUND = ChildProcesses.TERMINATION_LIMIT;
    private static final String FAMILY = "sh -c 'sleep 3600 & sleep 3600 & echo $$ $!; wait' & sleep 3600 & wait";
    private static final String STUBBORN = "trap '' TERM; sleep 3600 & echo $$ $!; while true; do wait; done";

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void leaveNothingBehindEvenAfterAFailure() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void theWholeFamilyEndsAndLeavesNoOrphan() throws IOException {
        var root = shell(FAMILY);
        root.inputReader().readLine();
        var family = family(root);
        assertThat(family).hasSizeGreaterThanOrEqualTo(5);
        assertThat(ChildProcesses.end(root.toHandle(), BOUND)).isEmpty();
        assertThat(family).noneMatch(ChildProcessesTest::lives);
    }

    @Test
    void aWaitForTheCloseEndsWithItOrAtTheLimit() throws Exception {
        var children = new ChildProcesses();
        assertThat(children.closedWithin(Duration.ofMillis(20))).isFalse();
        var closing = Thread.ofVirtual().unstarted(children::close);
        try {
            closing.start();
            assertThat(children.closedWithin(Duration.ofSeconds(20))).isTrue();
        } finally {
            closing.join();
        }
        assertThat(children.closedWithin(Duration.ZERO)).isTrue();
    }

    @Test
    void aProcessThatHandlesTheRequestExitsInItsOwnWay() throws Exception {
        var root = shell("trap 'echo bye; exit 7' TERM; sleep 3600 & echo $!; wait");
        root.inputReader().readLine();
        var family = family(root);
        assertThat(ChildProcesses.end(root.toHandle(), Duration.ofSeconds(20))).isEmpty();
        assertThat(root.inputReader().readLine()).isEqualTo("bye");
        assertThat(root.waitFor()).isEqualTo(7);
        assertThat(family).hasSize(2).noneMatch(ChildProcessesTest::lives);
    }

    @Test
    void aProcessThatIgnoresTheRequestIsKilled() throws IOException {
        var root = shell("trap '' TERM; sh -c \"" + STUBBORN.replace("$", "\\$") + "\"; echo over; wait");
        root.inputReader().readLine();
        var family = family(root);
        assertThat(family).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ChildProcesses.end(root.toHandle(), Duration.ofMillis(500))).isEmpty();
        assertThat(family).noneMatch(ChildProcessesTest::lives);
    }

    @Test
    void anOrphanOfARootThatExitsIsKilledToo() throws IOException {
        var root = shell("sh -c \"" + STUBBORN.replace("$", "\\$") + "\" & wait");
        root.inputReader().readLine();
        var family = family(root);
        assertThat(ChildProcesses.end(root.toHandle(), Duration.ofMillis(500))).isEmpty();
        assertThat(family).hasSizeGreaterThanOrEqualTo(3).noneMatch(ChildProcessesTest::lives);
    }

    /** The timeout measures nothing: without the interrupt this would take half an hour. */
    @Test
    @Timeout(60)
    void anInterruptEndsTheWaitAndNotTheTermination() throws IOException {
        var root = shell(STUBBORN);
        root.inputReader().readLine();
        var family = family(root);
        Thread.currentThread().interrupt();
        assertThat(ChildProcesses.end(root.toHandle(), Duration.ofHours(1))).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(family).noneMatch(ChildProcessesTest::lives);
    }

    /** A shell forks when it begins. Ended at that moment, it left an orphan in two of three runs. */
    @Test
    void aProcessThatForksMeanwhileLeavesNoChildBehind() throws IOException {
        String mark = "36" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);
        for (int i = 0; i < 20; i++) {
            ChildProcesses.end(shell("sleep " + mark + " & sleep " + mark).toHandle(), BOUND);
        }
        var orphans = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .filter(ChildProcessesTest::lives)
                .toList();
        started.addAll(orphans);
        assertThat(orphans).isEmpty();
    }

    @Test
    void anEndedProcessIsLeftAlone() throws Exception {
        var root = shell("exit 0");
        root.waitFor();
        assertThat(ChildProcesses.end(root.toHandle(), BOUND)).isEmpty();
    }

    @Test
    void nothingStartsAfterTheClose() throws Exception {
        var children = new ChildProcesses();
        var early = children.start(new ProcessBuilder("sleep", "3600"));
        started.add(early.toHandle());
        children.close();
        assertThat(lives(early.toHandle())).isFalse();
        assertThatThrownBy(() -> children.start(new ProcessBuilder("no such program")))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("the program is being stopped");
    }

    @Test
    void aJvmThatIsTerminatedEndsItsChildren() throws Exception {
        var jvm = new ProcessBuilder(Waits.java(Parent.class, FAMILY))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            jvm.inputReader().readLine();
            var family = family(jvm);
            assertThat(family).hasSizeGreaterThanOrEqualTo(6);
            jvm.destroy();
            jvm.waitFor();
            assertThat(family).noneMatch(ChildProcessesTest::lives);
        } finally {
            ChildProcesses.end(jvm.toHandle(), BOUND);
        }
    }

    /** Starts a family of processes, reports when it is complete, and waits. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws Exception {
            var child = ChildProcesses.endedAtExit().start(new ProcessBuilder("sh", "-c", args[0]));
            System.out.println(child.inputReader().readLine());
            Waits.main(args);
        }
    }

    private static Process shell(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }

    private List<ProcessHandle> family(Process root) {
        Stream.concat(Stream.of(root.toHandle()), root.descendants()).forEach(started::add);
        return List.copyOf(started);
    }

    // a zombie has ended: the first process of the machine reaps it
    private static boolean lives(ProcessHandle process) {
        Optional<PidStat> stat = PidStat.of(ProcFs.SYSTEM, process.pid());
        return process.isAlive() && !stat.map(PidStat::zombie).orElse(false);
    }
}
