package dev.joust.compare.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.timeline.RecordingReader.RecordedPart;
import dev.joust.compare.timeline.Timeline.ThreadRow;
import dev.joust.scenario.Step;
import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
import dev.joust.trial.UnitStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A recording of the real events, made in this process with the settings of a timeline. */
@Isolated("a recording holds the events of the whole process")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RecordingReaderTest {
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Step SLEEP = new Step.Sleep(Duration.ofMillis(1));
    private static final Step SPIN = new Step.Spin(Duration.ofMillis(1));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void record() throws Exception {
        file = folder.resolve("test.jfr");
        try (var recording = new Recording(settings())) {
            recording.start();
            twoThreadsWithALock();
            recording.stop();
            recording.dump(file);
        }
    }

    private Configuration settings() throws IOException, ParseException {
        return Configuration.create(Files.writeString(folder.resolve("test.jfc"), RecordingSettings.text()));
    }

    private static void twoThreadsWithALock() throws Exception {
        var holder = new FutureTask<>(RecordingReaderTest::holdTheLock, null);
        Thread.ofPlatform().name("holder").start(holder);
        holder.get();
    }

    /** This thread holds the lock while the other waits for it, and does a step of each kind meanwhile. */
    private static void holdTheLock() {
        var lock = new InterpreterLock(Duration.ofMillis(5), true, new HandoverPolicy.Fifo());
        lock.acquire();
        var other = Thread.ofPlatform().name("other").start(() -> {
            lock.acquire();
            lock.release();
        });
        while (other.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        var runs = UnitStep.begun("unit", SPIN);
        LockSupport.parkNanos(2_000_000);
        runs.ends();
        var waits = UnitStep.begun("unit", SLEEP);
        LockSupport.parkNanos(2_000_000);
        waits.ends();
        lock.release();
        awaitEnd(other);
    }

    private static void awaitEnd(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void holdsWaitsAndStepsAreBarsOfTheirThreads() throws IOException {
        var part = read(Instant.EPOCH, LATEST);
        assertThat(kinds(part, "other")).contains(BarKind.WAITS, BarKind.HOLDS);
        assertThat(kinds(part, "holder")).contains(BarKind.HOLDS, BarKind.RUNS, BarKind.AWAITS);
        assertThat(labels(part, BarKind.RUNS)).containsExactly("unit: spin");
        assertThat(labels(part, BarKind.AWAITS)).containsExactly("unit: sleep");
        assertThat(labels(part, BarKind.WAITS)).contains("the interpreter lock");
        assertThat(part.switches()).isEqualTo(2);
        assertThat(part.ofWorkers()).isFalse();
    }

    @Test
    void theLockIsHeldByOneThreadAtATime() throws IOException {
        var start = event(RecordingSettings.UNIT_STEP).getStartTime().minusSeconds(1);
        var rows = TimelineBuilder.of("arm", "gil-threads", 0, read(start, start.plusSeconds(30)))
                .rows();
        assertThat(rows)
                .filteredOn(row -> row.totals().holds() > 0)
                .extracting(ThreadRow::thread)
                .containsExactlyInAnyOrder("other", "holder");
    }

    @Test
    void aBarIsCutAtBothEnds() throws IOException {
        var step = event(RecordingSettings.UNIT_STEP);
        var quarter = step.getDuration().dividedBy(4);
        var part = read(step.getStartTime().plus(quarter), step.getEndTime().minus(quarter));
        var bar = part.bars().stream()
                .map(RecordedBar::bar)
                .filter(cut -> cut.label().startsWith("unit: "))
                .findFirst()
                .orElseThrow();
        double length = Duration.between(
                                step.getStartTime().plus(quarter),
                                step.getEndTime().minus(quarter))
                        .toNanos()
                / 1e6;
        assertThat(bar.from()).isZero();
        assertThat(bar.to()).isEqualTo(length);
    }

    @Test
    void whatLiesOutsideThePartIsNotRead() throws IOException {
        var before = event(RecordingSettings.LOCK_HOLD).getStartTime().minusSeconds(3_600);
        assertThat(read(before, before.plusSeconds(60)).bars()).isEmpty();
    }

    /** A monitor that is waited for is a wait too. */
    @Test
    void aMonitorIsALock() throws Exception {
        var monitor = new Object();
        var entered = new CountDownLatch(1);
        try (var recording = new Recording(settings())) {
            recording.start();
            Thread waiter;
            synchronized (monitor) {
                waiter = Thread.ofPlatform().name("waiter").start(() -> {
                    entered.countDown();
                    synchronized (monitor) {
                        monitor.notifyAll();
                    }
                });
                entered.await();
                while (waiter.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
                LockSupport.parkNanos(2_000_000);
            }
            waiter.join();
            recording.stop();
            recording.dump(file);
        }
        assertThat(labels(read(Instant.EPOCH, LATEST), BarKind.WAITS)).contains("a monitor of java.lang.Object");
    }

    private RecordedPart read(Instant from, Instant to) throws IOException {
        return RecordingReader.read(file, from, to);
    }

    private RecordedEvent event(String name) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<BarKind> kinds(RecordedPart part, String thread) {
        return part.bars().stream()
                .filter(bar -> bar.row().name().equals(thread))
                .map(bar -> bar.bar().kind())
                .toList();
    }

    private static List<String> labels(RecordedPart part, BarKind kind) {
        return part.bars().stream()
                .map(RecordedBar::bar)
                .filter(bar -> bar.kind() == kind)
                .map(Timeline.TimelineBar::label)
                .toList();
    }
}
